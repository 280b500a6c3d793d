import { Autopay } from '@kvitt/db/autopay/autopay.entity';
import { PlannedCharge } from '@kvitt/db/autopay/planned-charge.entity';
import type { AutopayState } from '@kvitt/domain/autopay/autopay';
import { LockMode } from '@mikro-orm/postgresql';
import type { TxCtx } from '../kit/context.ts';

/**
 * How the mandate behind a planned charge stands, locked within the caller's transaction before the charge itself is:
 * whoever ends it meanwhile is waited for, so that no day is named on which nothing will be tried.
 */
export async function lockMandate(
  tx: TxCtx,
  { billerId, plannedChargeId }: { billerId: string; plannedChargeId: string },
): Promise<AutopayState> {
  const { autopayId } = await tx.em.findOneOrFail(PlannedCharge, { billerId, id: plannedChargeId });
  const { state } = await tx.em.findOneOrFail(
    Autopay,
    { billerId, id: autopayId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  return state;
}

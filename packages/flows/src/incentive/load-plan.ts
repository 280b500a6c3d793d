import { BonusPlanVersion } from '@kvitt/db/incentive/bonus-plan-version.entity';
import { type BonusPlan, DEFAULT_PLAN } from '@kvitt/domain/incentive/bonus-plan';
import type { TxCtx } from '../kit/context.ts';

/** The biller's plan that is in force: the newest, or the one that everybody begins with. */
export async function loadPlan(tx: TxCtx, billerId: string): Promise<BonusPlan> {
  const own = await tx.em.findOne(BonusPlanVersion, { billerId }, { orderBy: { version: 'desc' } });
  return own?.plan ?? DEFAULT_PLAN;
}

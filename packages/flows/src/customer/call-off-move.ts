import { PhoneMove } from '@kvitt/db/customer/phone-move.entity';
import type { TxCtx } from '../kit/context.ts';

/** Leaves an account's texts where they are, within the caller's transaction; says whether a move was waiting. */
export async function callOffMove(
  tx: TxCtx,
  { billerId, accountId }: { billerId: string; accountId: string },
): Promise<boolean> {
  const ended = await tx.em.nativeUpdate(
    PhoneMove,
    { billerId, accountId, endedAt: null },
    { endedAt: tx.clock.now(), endedAs: 'called-off' },
  );
  return ended > 0;
}

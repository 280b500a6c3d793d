import { PlannedCharge } from '@kvitt/db/autopay/planned-charge.entity';
import type { TxCtx } from '../kit/context.ts';

export type SkipAnswer =
  | { kind: 'skipped'; invoiceId: string; chargeOn: string }
  | { kind: 'refused'; refusal: 'nothing-planned' };

/**
 * Has autopay leave one bill alone, the next one that it would charge where none is named, within the caller's transaction.
 * The bill stays due, and is reminded of and paid like any other; the mandate stays as it is.
 */
export async function skipOnce(
  tx: TxCtx,
  of: { billerId: string; accountId: string; invoiceId?: string },
): Promise<SkipAnswer> {
  const { billerId, accountId, invoiceId } = of;
  const waiting = await tx.em.find(
    PlannedCharge,
    { billerId, accountId, state: 'queued', ...(invoiceId !== undefined && { invoiceId }) },
    { orderBy: { chargeAt: 'asc', id: 'asc' }, limit: 1, refresh: true },
  );
  const [next] = waiting;
  if (!next) return { kind: 'refused', refusal: 'nothing-planned' };
  // Only one that waits still: it may be charged at this very moment.
  const skipped = await tx.em.nativeUpdate(
    PlannedCharge,
    { billerId, id: next.id, state: 'queued' },
    { state: 'skipped', reason: 'ASKED', endedAt: tx.clock.now(), tellAt: null },
  );
  if (skipped === 0) return { kind: 'refused', refusal: 'nothing-planned' };
  return { kind: 'skipped', invoiceId: next.invoiceId, chargeOn: next.chargeOn };
}

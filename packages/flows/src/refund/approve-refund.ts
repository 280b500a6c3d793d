import { Refund } from '@kvitt/db/refund/refund.entity';
import { LockMode } from '@mikro-orm/postgresql';
import type { TxCtx } from '../kit/context.ts';

/** `not-waiting` it needs nobody's word any more · `same-person` four eyes are those of two people. */
export type ApprovalRefusal = 'not-waiting' | 'same-person';

/**
 * A second person agrees to a refund above the limit, or turns it down, within the caller's transaction. Of an agreed one
 * the caller has `perform-refund` ask the processor after the commit; it is also found by the next round.
 */
export async function approveRefund(
  tx: TxCtx,
  order: { billerId: string; refundId: string; by: string; isAgreed: boolean },
): Promise<{ kind: 'started' | 'turned-down' } | { kind: 'refused'; refusal: ApprovalRefusal }> {
  const { billerId, refundId, by, isAgreed } = order;
  const refund = await tx.em.findOneOrFail(
    Refund,
    { billerId, id: refundId },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (refund.state !== 'waiting') return { kind: 'refused', refusal: 'not-waiting' };
  if (refund.askedBy === by) return { kind: 'refused', refusal: 'same-person' };
  const now = tx.clock.now();
  refund.approvedBy = by;
  if (isAgreed) {
    refund.state = 'started';
    refund.askAt = now;
  } else {
    refund.state = 'refused';
    refund.refusal = 'turned down';
    refund.finishedAt = now;
  }
  await tx.em.flush();
  return { kind: isAgreed ? 'started' : 'turned-down' };
}

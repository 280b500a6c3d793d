import { Dispute } from '@kvitt/db/dispute/dispute.entity';
import { Payment } from '@kvitt/db/payment/payment.entity';
import { Refund } from '@kvitt/db/refund/refund.entity';
import { money } from '@kvitt/domain/money/money';
import { isPastQuarantine } from '@kvitt/domain/payment/timetable';
import type { RefundState } from '@kvitt/domain/refund/refund';
import { LockMode } from '@mikro-orm/postgresql';
import type { Ctx, TxCtx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { type RefundOutcome, recordRefund } from './record-refund.ts';

/** The processor's word for a sale that it has not settled yet, of which no part can go back before it has. */
const NOT_SETTLED = '91506';

/**
 * A process that stood still for longer than this since it looked for the refund must not send it any more: by then another
 * may have taken it for lost and sent it. Far above any ordinary pause, and well below the quarantine.
 */
const SEND_WITHIN_MS = 15_000;

/**
 * Gives back what a committed refund says, by the processor and outside any transaction: a whole payment is voided where
 * that is still possible, everything else refunded. Whoever runs this twice, or after a process that died, gives back
 * once: a void repeats nothing, and before a refund is sent it is looked for.
 * @returns where the refund stands afterwards
 */
export async function performRefund(
  ctx: Ctx,
  key: { billerId: string; refundId: string },
): Promise<RefundState> {
  const em = ctx.em.fork();
  const refund = await em.findOneOrFail(Refund, { billerId: key.billerId, id: key.refundId });
  if (refund.state !== 'started' && refund.state !== 'unknown') return refund.state;
  const payment = await em.findOneOrFail(Payment, { billerId: key.billerId, id: refund.paymentId });
  const { vendorId } = payment;
  if (!vendorId) throw new Error(`payment ${payment.id} is captured and has no sale`);
  const voided = await tryToVoid(ctx, refund, payment, vendorId);
  const outcome = voided ?? (await giveBack(ctx, refund, vendorId));
  return recordRefund(ctx, key, outcome);
}

/** Undefined where the sale cannot be voided and has to be refunded. */
async function tryToVoid(
  ctx: Ctx,
  refund: Refund,
  payment: Payment,
  vendorId: string,
): Promise<RefundOutcome | undefined> {
  if (refund.amountMinor !== payment.amountMinor || payment.returnedAt) return undefined;
  const answer = await ctx.payments.void(vendorId);
  if (answer.kind === 'done') return { kind: 'done', move: 'void' };
  if (answer.kind === 'unknown') return answer;
  // Refused: an earlier try has done it, or the sale is settling.
  const now = await ctx.payments.find(vendorId);
  if (now.kind !== 'found') return { kind: 'unknown', reason: 'the sale is not shown' };
  if (now.sale.status === 'voided') return { kind: 'done', move: 'void' };
  return refund.why === 'undo' ? { kind: 'refused', refusal: 'TOO_LATE' } : undefined;
}

async function giveBack(ctx: Ctx, refund: Refund, vendorId: string): Promise<RefundOutcome> {
  const askedAt = ctx.clock.now();
  const before = await ctx.payments.searchRefunds(refund.id);
  if (before.kind !== 'found') return { kind: 'unknown', reason: before.reason };
  const made = before.refunds.find(({ status }) => status === 'done');
  if (made) return { kind: 'done', move: 'refund', vendorId: made.vendorId };
  if (before.refunds.some(({ status }) => status === 'pending')) {
    return { kind: 'unknown', reason: 'the processor has not decided' };
  }
  const [refused] = before.refunds;
  if (refused) return { kind: 'refused', refusal: 'refused by the processor' };
  // Nothing there proves nothing while a request of ours may still be on its way.
  if (refund.sentAt && !isPastQuarantine(refund.sentAt, askedAt)) {
    return { kind: 'unknown', reason: 'not there yet' };
  }
  const mark = await markSent(ctx, refund, askedAt);
  if (mark.kind !== 'marked') return mark;
  if (ctx.clock.now().getTime() - askedAt.getTime() > SEND_WITHIN_MS)
    return { kind: 'unknown', reason: 'too late to send it' };
  const amount = money(refund.amountMinor, refund.currency);
  const answer = await ctx.payments.refund(vendorId, amount, refund.id);
  if (answer.kind === 'done') return { kind: 'done', move: 'refund', vendorId: answer.vendorId };
  if (answer.kind === 'unknown') return answer;
  return answer.code === NOT_SETTLED
    ? { kind: 'not-settled' }
    : { kind: 'refused', refusal: `${answer.code} ${answer.text}` };
}

type Mark = { kind: 'marked' } | Extract<RefundOutcome, { kind: 'refused' | 'unknown' }>;

/**
 * Committed before the request leaves, and by one process only: of two that come here at once the other waits. What a bank
 * has taken, or has sent back, is not sent off any more, also where an earlier request of ours was lost on its way.
 */
async function markSent(ctx: Ctx, refund: Refund, at: Date): Promise<Mark> {
  const { billerId, id, paymentId, sentAt } = refund;
  return inTransaction(ctx, async (tx): Promise<Mark> => {
    const refusal = await findObstacle(tx, { billerId, id: paymentId });
    if (refusal) return { kind: 'refused', refusal };
    const rows = await tx.em.nativeUpdate(
      Refund,
      { billerId, id, sentAt: sentAt ?? null, state: ['started', 'unknown'] },
      { sentAt: at },
    );
    return rows === 1 ? { kind: 'marked' } : { kind: 'unknown', reason: 'somebody else is sending it' };
  });
}

/** Under the lock of the payment, which whoever takes in a dispute or a return holds as well. */
async function findObstacle(tx: TxCtx, key: { billerId: string; id: string }): Promise<string | undefined> {
  const { returnedAt } = await tx.em.findOneOrFail(Payment, key, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (returnedAt) return 'the bank sent it back';
  const live = { billerId: key.billerId, paymentId: key.id, state: { $ne: 'won' as const } };
  return (await tx.em.count(Dispute, live)) > 0 ? 'disputed' : undefined;
}

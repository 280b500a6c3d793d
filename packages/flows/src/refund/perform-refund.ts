import { Payment } from '@kvitt/db/payment/payment.entity';
import { Refund } from '@kvitt/db/refund/refund.entity';
import { money } from '@kvitt/domain/money/money';
import { isPastQuarantine } from '@kvitt/domain/payment/timetable';
import type { RefundState } from '@kvitt/domain/refund/refund';
import type { Ctx } from '../kit/context.ts';
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
  // The bank has sent all of it back already; nothing is left to give.
  if (payment.returnedAt)
    return recordRefund(ctx, key, { kind: 'refused', refusal: 'the bank sent it back' });
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
  if (refund.amountMinor !== payment.amountMinor) return undefined;
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
  if (!(await markSent(ctx, refund, askedAt)))
    return { kind: 'unknown', reason: 'somebody else is sending it' };
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

/** Committed before the request leaves, and by one process only: of two that come here at once the other waits. */
async function markSent(ctx: Ctx, refund: Refund, at: Date): Promise<boolean> {
  const { billerId, id, sentAt } = refund;
  const rows = await ctx.em
    .fork()
    // A dispute that came meanwhile has refused it: it must not leave any more.
    .nativeUpdate(
      Refund,
      { billerId, id, sentAt: sentAt ?? null, state: ['started', 'unknown'] },
      { sentAt: at },
    );
  return rows === 1;
}

import { decideUndo } from '@kvitt/domain/refund/decide-undo';
import type { PaymentRow } from '../rows.ts';
import type { Ctx } from '../world.ts';
import { beginRefund, isDisputed, refundsOf } from './begin-refund.ts';

/**
 * As packages/flows/src/refund/start-undo.ts, within the caller's transaction.
 * @returns the refund that was begun; undefined where it may not be undone
 */
export function startUndo(
  ctx: Ctx,
  { paymentId, ...asking }: { paymentId: string; phone: string; askedForAt: number },
): string | undefined {
  const payment = ctx.store.payments.get(paymentId) as PaymentRow;
  const facts = {
    state: payment.state,
    finishedAt: payment.finishedAt === null ? null : new Date(payment.finishedAt),
    isTakenBack: payment.askAt !== null,
    isDisputed: isDisputed(ctx, paymentId),
    refunds: refundsOf(ctx, paymentId).filter(({ state }) => state !== 'refused').length,
  };
  const { undoMinutes } = ctx.people.rules;
  if (decideUndo(facts, undoMinutes, new Date(ctx.now())).kind === 'refused') return undefined;
  const refundId = ctx.nextId();
  const { amountMinor } = payment;
  beginRefund(ctx, payment, { refundId, amountMinor, why: 'undo', effect: 'reopen', ...asking });
  return refundId;
}

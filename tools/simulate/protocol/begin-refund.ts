import { PROCESSOR_TIMEOUT_MS } from '@kvitt/domain/payment/timetable';
import { unwindFee } from '@kvitt/domain/refund/unwind-fee';
import { unwindParts } from '@kvitt/domain/refund/unwind-parts';
import type { PaymentRow, RefundRow } from '../store.ts';
import type { Ctx } from '../world.ts';

/** As in the flow. */
const FIRST_ASK_MS = PROCESSOR_TIMEOUT_MS * 2;

/** As packages/flows/src/refund/begin-refund.ts, within the caller's transaction. */
export function beginRefund(
  ctx: Ctx,
  payment: PaymentRow,
  intent: Pick<RefundRow, 'amountMinor' | 'why' | 'effect' | 'askedForAt' | 'phone'> & { refundId: string },
): void {
  const { refundId, ...asked } = intent;
  const { amountMinor } = asked;
  const now = ctx.now();
  ctx.store.insert(ctx.store.refunds, refundId, {
    id: refundId,
    paymentId: payment.id,
    invoiceId: payment.invoiceId,
    ...asked,
    feeMinor: unwindPayment(ctx, payment, amountMinor),
    state: 'started',
    move: null,
    sentAt: null,
    asked: 0,
    askAt: now + FIRST_ASK_MS,
  });
  ctx.bells.refunds.ring();
}

export function refundsOf(ctx: Ctx, paymentId: string): RefundRow[] {
  return [...ctx.store.refunds.values()].filter((refund) => refund.paymentId === paymentId);
}

/** As packages/flows/src/refund/unwind-payment.ts: how much of it is fee; the rest comes out of the one bill. */
function unwindPayment(
  ctx: Ctx,
  { id, invoiceId, amountMinor, feeMinor }: PaymentRow,
  minor: number,
): number {
  const before = refundsOf(ctx, id).filter(({ state }) => state !== 'refused');
  const feeBefore = before.reduce((sum, one) => sum + one.feeMinor, 0);
  const unwoundMinor = before.reduce((sum, one) => sum + one.amountMinor - one.feeMinor, 0);
  const part = { invoiceId, amountMinor: amountMinor - feeMinor, unwoundMinor };
  const partsLeftMinor = part.amountMinor - unwoundMinor;
  const of = { amountMinor, feeMinor, partsLeftMinor, feeLeftMinor: feeMinor - feeBefore };
  const ofFee = unwindFee(of, minor);
  const given = unwindParts([part], minor - ofFee).reduce((sum, one) => sum + one.amountMinor, ofFee);
  if (given !== minor) throw new RangeError(`no more than ${given} of ${id} is left`);
  return ofFee;
}

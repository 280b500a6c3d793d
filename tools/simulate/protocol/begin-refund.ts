import type { PaymentPart } from '@kvitt/domain/payment/payment-part';
import { PROCESSOR_TIMEOUT_MS } from '@kvitt/domain/payment/timetable';
import { unwindFee } from '@kvitt/domain/refund/unwind-fee';
import { unwindParts } from '@kvitt/domain/refund/unwind-parts';
import type { DisputeRow, PaymentRow, RefundRow } from '../rows.ts';
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
  const now = ctx.now();
  ctx.store.insert(ctx.store.refunds, refundId, {
    id: refundId,
    paymentId: payment.id,
    invoiceId: payment.invoiceId,
    ...asked,
    ...unwindExactly(ctx, payment, asked.amountMinor),
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

function unwindExactly(ctx: Ctx, payment: PaymentRow, minor: number): Unwound {
  const unwound = unwindPayment(ctx, payment, minor);
  const givenMinor = unwound.parts.reduce((sum, part) => sum + part.amountMinor, unwound.feeMinor);
  if (givenMinor !== minor) throw new RangeError(`no more than ${givenMinor} of ${payment.id} is left`);
  return unwound;
}

interface Unwound {
  parts: PaymentPart[];
  feeMinor: number;
}

/** As packages/flows/src/refund/unwind-payment.ts: the bills and the fee that an amount comes out of, as far as it is there. */
export function unwindPayment(ctx: Ctx, payment: PaymentRow, wantedMinor: number): Unwound {
  const { amountMinor, feeMinor, parts } = payment;
  const before = [
    ...refundsOf(ctx, payment.id).filter(({ state }) => state !== 'refused'),
    ...disputesOf(ctx, payment.id),
  ];
  const unwoundOf = (invoiceId: string) =>
    before
      .flatMap((one) => one.parts)
      .reduce((sum, part) => sum + (part.invoiceId === invoiceId ? part.amountMinor : 0), 0);
  const unwound = parts.map((part) => ({ ...part, unwoundMinor: unwoundOf(part.invoiceId) }));
  const partsLeftMinor = unwound.reduce((sum, part) => sum + part.amountMinor - part.unwoundMinor, 0);
  const feeLeftMinor = feeMinor - before.reduce((sum, one) => sum + one.feeMinor, 0);
  const minor = Math.min(wantedMinor, partsLeftMinor + feeLeftMinor);
  const ofFee = unwindFee({ amountMinor, feeMinor, partsLeftMinor, feeLeftMinor }, minor);
  return { parts: unwindParts(unwound, minor - ofFee), feeMinor: ofFee };
}

function disputesOf(ctx: Ctx, paymentId: string): DisputeRow[] {
  return [...ctx.store.disputes.values()].filter((dispute) => dispute.paymentId === paymentId);
}

/** As in start-refund and perform-refund: whether a bank has the money, or has decided that it keeps it. */
export function isDisputed(ctx: Ctx, paymentId: string): boolean {
  return disputesOf(ctx, paymentId).some(({ state }) => state !== 'won');
}

import { type Flow, transaction } from '../kernel/flow.ts';
import type { InvoiceRow } from '../store.ts';
import type { Ctx } from '../world.ts';
import { chargeInvoice } from './charge-invoice.ts';
import { receivable } from './load-dialog.ts';
import { findCardFee, startPayment } from './start-payment.ts';

/** What the page says is due, and added for the card, read when it is opened. */
export function* openPage(ctx: Ctx, invoiceId: string): Flow<{ statedMinor: number; feeMinor: number }> {
  return yield* transaction(() => {
    const statedMinor = receivable(ctx, invoiceId);
    return { statedMinor, feeMinor: statedMinor > 0 ? findCardFee(ctx, statedMinor) : 0 };
  });
}

/** As packages/flows/src/payment/pay-on-page.ts: the form names the payment, so the same form is one payment. */
export function* payOnPage(
  ctx: Ctx,
  form: { paymentId: string; invoiceId: string; statedMinor: number; feeMinor: number },
): Flow<void> {
  const answer = yield* transaction(() => {
    const { accountId } = ctx.store.invoices.get(form.invoiceId) as InvoiceRow;
    return startPayment(ctx, {
      paymentId: form.paymentId,
      invoiceId: form.invoiceId,
      part: { invoiceId: form.invoiceId, amountMinor: form.statedMinor, isPartial: false },
      feeMinor: form.feeMinor,
      channel: 'portal',
      methodId: `card of ${accountId}`,
      messageId: null,
      phone: ctx.people.primaryPhoneOf(accountId),
    });
  });
  if (answer === 'started') yield* chargeInvoice(ctx, form.paymentId);
}

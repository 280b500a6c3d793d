import { amountDue } from '@kvitt/domain/invoice/amount-due';
import { type Flow, transaction } from '../kernel/flow.ts';
import type { InvoiceRow } from '../store.ts';
import type { Ctx } from '../world.ts';
import { chargeInvoice } from './charge-invoice.ts';
import { receivable } from './load-dialog.ts';
import { startPayment } from './start-payment.ts';

/** What the page says is due, read when it is opened. */
export function* openPage(ctx: Ctx, invoiceId: string): Flow<number> {
  return yield* transaction(() => receivable(ctx, invoiceId));
}

/** As packages/flows/src/payment/pay-on-page.ts: the form names the payment, so the same form is one payment. */
export function* payOnPage(
  ctx: Ctx,
  form: { paymentId: string; invoiceId: string; statedMinor: number },
): Flow<void> {
  const answer = yield* transaction(() => {
    const { accountId } = ctx.store.invoices.get(form.invoiceId) as InvoiceRow;
    return startPayment(ctx, {
      paymentId: form.paymentId,
      invoiceId: form.invoiceId,
      agreed: amountDue({ currency: 'USD' }, form.statedMinor),
      channel: 'portal',
      methodId: `card of ${accountId}`,
      messageId: null,
      phone: ctx.people.primaryPhoneOf(accountId),
    });
  });
  if (answer === 'started') yield* chargeInvoice(ctx, form.paymentId);
}

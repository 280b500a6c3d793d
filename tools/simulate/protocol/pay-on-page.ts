import type { AgreedPart } from '@kvitt/domain/payment/payment-part';
import { type Flow, transaction } from '../kernel/flow.ts';
import type { InvoiceRow } from '../rows.ts';
import type { Ctx } from '../world.ts';
import { chargeInvoice } from './charge-invoice.ts';
import { isClosed, methodIdOf, receivable } from './load-dialog.ts';
import { findCardFee, startPayment } from './start-payment.ts';

/** What the page says is due, and added for the card, read when it is opened. */
export function* openPage(ctx: Ctx, invoiceIds: readonly string[]): Flow<Stated> {
  return yield* transaction(() => {
    const parts = invoiceIds
      .map((invoiceId) => ({ invoiceId, amountMinor: receivable(ctx, invoiceId), isPartial: false }))
      .filter(({ amountMinor }) => amountMinor > 0);
    const [first] = parts;
    if (!first) return { parts, feeMinor: 0, methodId: '' };
    const { accountId } = ctx.store.invoices.get(first.invoiceId) as InvoiceRow;
    const kept = methodIdOf(ctx, accountId);
    // Whose bank account is closed enters a card.
    const methodId = isClosed(ctx, kept) ? `card entered for ${accountId}` : kept;
    const statedMinor = parts.reduce((sum, part) => sum + part.amountMinor, 0);
    return { parts, feeMinor: findCardFee(ctx, statedMinor, methodId), methodId };
  });
}

interface Stated {
  parts: AgreedPart[];
  feeMinor: number;
  methodId: string;
}

/** As packages/flows/src/payment/pay-on-page.ts: the form names the payment, so the same form is one payment. */
export function* payOnPage(ctx: Ctx, form: Stated & { paymentId: string }): Flow<void> {
  const answer = yield* transaction(() => {
    const invoiceId = form.parts[0]?.invoiceId ?? '';
    const { accountId } = ctx.store.invoices.get(invoiceId) as InvoiceRow;
    return startPayment(ctx, {
      ...form,
      invoiceId,
      channel: 'portal',
      messageId: null,
      phone: ctx.people.primaryPhoneOf(accountId),
    });
  });
  if (answer === 'started') yield* chargeInvoice(ctx, form.paymentId);
}

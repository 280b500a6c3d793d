import { postInvoice } from '@kvitt/domain/ledger/post-invoice';
import type { Bill, Town } from './people.ts';
import { queueText } from './protocol/queue-text.ts';
import type { Ctx } from './world.ts';

/** Everybody has a bill and has agreed to texts; its text, and a reminder of it, go out some time in the run. */
export function issueBills(ctx: Ctx, town: Town, activeMs: number): void {
  const { store } = ctx;
  for (const phone of town.phones) store.consents.set(phone, { phone, state: 'express', since: -1 });
  for (const bill of town.bills) {
    const { invoiceId, accountId, totalMinor } = bill;
    store.invoices.set(invoiceId, { id: invoiceId, accountId, totalMinor, dueOn: '2026-11-27' });
    const entry = postInvoice({ id: invoiceId, totalMinor, currency: 'USD' });
    store.entries.set(`invoice-issued/${invoiceId}`, entry);
    const phone = town.primaryPhoneOf(accountId);
    if (town.isOneReplyOn(accountId)) offerBill(ctx, bill, phone);
    textAbout(ctx, bill, phone, activeMs);
  }
}

/** As packages/flows/src/invoice/announce-account.ts where one-reply pay is on. */
function offerBill(ctx: Ctx, { invoiceId, accountId, totalMinor }: Bill, phone: string): void {
  const id = `offer of ${invoiceId}`;
  ctx.store.offers.set(id, {
    id,
    phone,
    invoiceId,
    methodId: `card of ${accountId}`,
    kind: 'bill',
    amountMinor: totalMinor,
    code: '',
    state: 'open',
    createdAt: 0,
    expiresAt: 60 * 86_400_000,
  });
}

function textAbout(ctx: Ctx, { invoiceId, totalMinor }: Bill, phone: string, activeMs: number): void {
  const { kernel } = ctx;
  for (const [index, template] of ['bill-ready', 'reminder', 'reminder'].entries()) {
    kernel.after(kernel.dice() * activeMs * (index === 0 ? 0.1 : 1), () => {
      const cause = `${template}/${invoiceId}/${index}`;
      const about = { invoiceId, statedMinor: totalMinor };
      queueText(ctx, { phone, purpose: 'service', template, body: '', cause, ...about });
    });
  }
}

import { postInvoice } from '@kvitt/domain/ledger/post-invoice';
import type { Instalment } from '@kvitt/domain/plan/plan';
import type { Bill, Town } from './people.ts';
import { methodIdOf } from './protocol/load-dialog.ts';
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
    agree(ctx, bill, activeMs);
    textAbout(ctx, bill, phone, activeMs);
  }
}

/** Under a mandate the bill is charged by itself some time in the run; by a plan each of three instalments. */
function agree(ctx: Ctx, bill: Bill, activeMs: number): void {
  const agreed = ctx.people.agreedOn(bill.accountId);
  // A plan is for the account's first bill; the other one is paid by hand.
  if (agreed === undefined || ctx.store.plans.has(bill.accountId)) return;
  const { kernel, store } = ctx;
  const { accountId, invoiceId, totalMinor } = bill;
  store.mandates.set(accountId, { accountId, state: 'on' });
  const instalments = agreed === 'plan' ? inThree(totalMinor) : [];
  if (agreed === 'plan') store.plans.set(accountId, { accountId, invoiceId, instalments });
  const days = agreed === 'plan' ? instalments.map(({ dueOn }) => dueOn) : ['2026-11-27'];
  const hours = days.map(() => kernel.dice() * activeMs * 0.9).sort((one, other) => one - other);
  for (const [index, dueOn] of days.entries()) {
    const id = `charge ${index + 1} of ${invoiceId}`;
    store.charges.set(id, {
      id,
      accountId,
      invoiceId,
      dueOn,
      isInstalment: agreed === 'plan',
      chargeAt: hours[index] ?? 0,
      state: 'queued',
      tries: 0,
    });
  }
}

function inThree(totalMinor: number): Instalment[] {
  const part = Math.floor(totalMinor / 3);
  return [part, part, totalMinor - 2 * part].map((amountMinor, index) => ({
    number: index + 1,
    dueOn: `2026-11-2${index + 1}`,
    amountMinor,
  }));
}

/** As packages/flows/src/invoice/announce-account.ts where one-reply pay is on. */
function offerBill(ctx: Ctx, { invoiceId, accountId, totalMinor }: Bill, phone: string): void {
  const id = `offer of ${invoiceId}`;
  ctx.store.offers.set(id, {
    id,
    phone,
    invoiceId,
    methodId: methodIdOf(ctx, accountId),
    kind: 'bill',
    amountMinor: totalMinor,
    feeMinor: 0,
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

import { Autopay } from '@kvitt/db/autopay/autopay.entity';
import { PlannedCharge } from '@kvitt/db/autopay/planned-charge.entity';
import { listBillsOfAccount } from '@kvitt/db/invoice/list-bills-of-account';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import { PromiseToPay } from '@kvitt/db/promise/promise.entity';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import { money } from '@kvitt/domain/money/money';
import { localDate } from '@kvitt/domain/time/local-date';
import type { Ctx } from '@kvitt/flows/kit/context';
import type { BillLine, SavedCard } from './account-parts.ts';
import type { AccountOverview } from './account-views.ts';
import { listCreditLines } from './list-credit-lines.ts';

/** How many settled bills the overview lists. */
const SETTLED = 12;

/** Everything of an account at a glance, for who has proved whose it is. */
export async function accountView(ctx: Ctx, target: LinkTarget): Promise<AccountOverview> {
  const { account, customer } = target;
  const { open, settled } = await listBills(ctx, target);
  const [first] = open;
  const isOneCurrency = open.every(({ amountDue }) => amountDue.currency === first?.amountDue.currency);
  const cards = await listCards(ctx, target);
  const autopay = await readAutopay(ctx, target, cards);
  const promise = await ctx.em.findOne(PromiseToPay, {
    billerId: account.billerId,
    accountId: account.id,
    state: 'open',
  });
  return {
    firstName: customer.firstName,
    accountNumber: account.number,
    open,
    settled,
    cards,
    credits: await listCreditLines(ctx, target),
    ...(first &&
      isOneCurrency && {
        total: money(
          open.reduce((sum, { amountDue }) => sum + amountDue.minor, 0),
          first.amountDue.currency,
        ),
      }),
    ...(autopay && { autopay }),
    ...(promise && {
      promise: { amount: money(promise.amountMinor, promise.currency), dueOn: promise.dueOn },
    }),
  };
}

/** The account's open bills, the one due first at the beginning, and the latest that are settled. */
export async function listBills(
  ctx: Ctx,
  { account, customer }: Pick<LinkTarget, 'account' | 'customer'>,
): Promise<{ open: BillLine[]; settled: BillLine[] }> {
  const today = localDate(ctx.clock.now(), customer.timeZone);
  const rows = await listBillsOfAccount(ctx.em, account.billerId, account.id, SETTLED);
  const lines = rows.map(({ currency, dueMinor, totalMinor, ...row }) => ({
    ...row,
    daysUntilDue: Math.round((Date.parse(row.dueOn) - Date.parse(today)) / 86_400_000),
    amountDue: money(dueMinor, currency),
    total: money(totalMinor, currency),
  }));
  return {
    open: lines.filter(({ amountDue }) => amountDue.minor > 0),
    settled: lines.filter(({ amountDue }) => amountDue.minor <= 0).reverse(),
  };
}

/** The cards that are kept, the one that is charged first at the beginning. */
export async function listCards(ctx: Ctx, { account }: Pick<LinkTarget, 'account'>): Promise<SavedCard[]> {
  const methods = await ctx.em.find(
    PaymentMethod,
    { billerId: account.billerId, accountId: account.id, removedAt: null, closedAt: null },
    { orderBy: { isDefault: 'desc', createdAt: 'desc' } },
  );
  return methods.map(showMethod);
}

/** A way to pay as its owner may see it. */
export function showMethod(method: PaymentMethod): SavedCard {
  const { id, kind, brand, last4, nickname, expMonth, expYear, isDefault } = method;
  return {
    methodId: id,
    kind,
    brand,
    last4,
    ...(nickname && { nickname }),
    ...(expMonth && expYear && { expires: `${String(expMonth).padStart(2, '0')}/${expYear}` }),
    isDefault,
  };
}

async function readAutopay(
  ctx: Ctx,
  { account }: LinkTarget,
  cards: readonly SavedCard[],
): Promise<AccountOverview['autopay']> {
  const { billerId, id: accountId } = account;
  const mandate = await ctx.em.findOne(Autopay, { billerId, accountId, state: { $ne: 'off' } });
  if (!mandate || mandate.state === 'off') return undefined;
  const card = cards.find(({ methodId }) => methodId === mandate.methodId);
  const [next] = await listPlanned(ctx, { account });
  return {
    state: mandate.state,
    ...(card && { card }),
    ...(next && { next: { number: next.number, chargeOn: next.chargeOn } }),
  };
}

/** What autopay charges where it is on. */
export async function findAutopayMethod(
  ctx: Ctx,
  { account }: Pick<LinkTarget, 'account'>,
): Promise<SavedCard | undefined> {
  const { billerId, id: accountId } = account;
  const mandate = await ctx.em.fork().findOne(Autopay, { billerId, accountId, state: 'on' });
  const cards = mandate ? await listCards(ctx, { account }) : [];
  return cards.find(({ methodId }) => methodId === mandate?.methodId);
}

/** What autopay will charge, soonest first. */
export async function listPlanned(
  ctx: Ctx,
  { account }: Pick<LinkTarget, 'account'>,
): Promise<{ invoiceId: string; number: string; amount: BillLine['amountDue']; chargeOn: string }[]> {
  const { billerId, id: accountId } = account;
  const planned = await ctx.em.find(
    PlannedCharge,
    { billerId, accountId, state: 'queued' },
    { orderBy: { chargeAt: 'asc' } },
  );
  if (planned.length === 0) return [];
  const bills = await listBillsOfAccount(ctx.em, billerId, accountId, 0);
  return planned.flatMap(({ invoiceId, chargeOn }) => {
    const bill = bills.find((one) => one.invoiceId === invoiceId);
    return bill
      ? [{ invoiceId, chargeOn, number: bill.number, amount: money(bill.dueMinor, bill.currency) }]
      : [];
  });
}

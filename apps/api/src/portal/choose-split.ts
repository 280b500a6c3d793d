import { loadMoneyRules } from '@kvitt/db/payment/load-money-rules';
import { findRunningPlans } from '@kvitt/db/plan/find-running-plans';
import type { LinkTarget } from '@kvitt/db/session/find-link';
import { readWrittenAmount } from '@kvitt/domain/conversation/read-written-amount';
import { money } from '@kvitt/domain/money/money';
import type { AgreedPart } from '@kvitt/domain/payment/payment-part';
import { sharePayment } from '@kvitt/domain/payment/share-payment';
import { standPlan } from '@kvitt/domain/plan/stand-plan';
import { localDate } from '@kvitt/domain/time/local-date';
import type { Ctx } from '@kvitt/flows/kit/context';
import type { BillLine } from './account-parts.ts';
import { listBills } from './account-view.ts';
import type { AmountChoice } from './account-views.ts';
import { readParts, writeParts } from './parts-text.ts';
import type { PaySplit } from './pay-split.ts';

/** What a customer chose to pay, as the address of the pay step says it. */
export interface Wish {
  /** The split itself, as `writeParts` writes it: what an earlier page has settled. */
  parts?: string | undefined;
  what?: string | undefined;
  amount?: string | undefined;
  bills: readonly string[];
}

export type ChosenSplit =
  | { kind: 'chosen'; split: PaySplit[] }
  | { kind: 'refused'; problem: NonNullable<AmountChoice['problem']> };

/**
 * Works out what is paid on which bill: the link's own bill where nothing was chosen, all that is open, what is past due,
 * the ones that were ticked, another amount of the link's own bill, or what is due of the payment plan.
 */
export async function chooseSplit(ctx: Ctx, target: LinkTarget, wish: Wish): Promise<ChosenSplit> {
  const { open } = await listBills(ctx, target);
  const own = open.filter(({ invoiceId }) => invoiceId === target.invoice.id);
  const carried = wish.parts === undefined ? undefined : readParts(wish.parts);
  if (carried) return chosen(renewSplit(carried, open));
  switch (wish.what) {
    case 'all':
      return chosen(open.map(whole));
    case 'past-due':
      return chosen(open.filter(({ daysUntilDue }) => daysUntilDue < 0).map(whole));
    case 'some':
      return chosen(open.filter(({ invoiceId }) => wish.bills.includes(invoiceId)).map(whole));
    case 'instalment':
    case 'plan':
      return chooseOfPlan(ctx, target, open, wish.what);
    case 'amount':
      return chooseAmount(ctx, target, own[0] ?? open[0], wish.amount ?? '');
    default:
      return chosen((own.length > 0 ? own : open.slice(0, 1)).map(whole));
  }
}

/** What was agreed to earlier, at what is due by now; bills that are settled meanwhile fall away. */
export function renewSplit(parts: readonly AgreedPart[], open: readonly BillLine[]): PaySplit[] {
  return parts.flatMap(({ invoiceId, amountMinor, isPartial }) => {
    const bill = open.find((one) => one.invoiceId === invoiceId);
    if (!bill) return [];
    if (!isPartial || amountMinor >= bill.amountDue.minor) return [whole(bill)];
    return [{ ...whole(bill), amount: money(amountMinor, bill.amountDue.currency), isPartial: true }];
  });
}

export function partsOf(split: readonly PaySplit[]): string {
  return writeParts(
    split.map(({ invoiceId, amount, isPartial }) => ({ invoiceId, amountMinor: amount.minor, isPartial })),
  );
}

/** What a split comes to; its bills are of one currency, or it is not chosen. */
export function totalOf(split: readonly PaySplit[]): PaySplit['amount'] {
  const [first] = split;
  if (!first) throw new Error('a split has a bill at least');
  return money(
    split.reduce((sum, { amount }) => sum + amount.minor, 0),
    first.amount.currency,
  );
}

function whole({ invoiceId, number, amountDue }: BillLine): PaySplit {
  return { invoiceId, number, amount: amountDue, isPartial: false };
}

function chosen(split: PaySplit[]): ChosenSplit {
  const isOneCurrency = new Set(split.map(({ amount }) => amount.currency)).size === 1;
  return isOneCurrency ? { kind: 'chosen', split } : { kind: 'refused', problem: 'nothing-chosen' };
}

/** What is due of the running plan, or the next part of it, laid on its bills from the oldest; or all that is left of it. */
async function chooseOfPlan(
  ctx: Ctx,
  { account, customer }: LinkTarget,
  open: readonly BillLine[],
  what: 'instalment' | 'plan',
): Promise<ChosenSplit> {
  const [plan] = await findRunningPlans(ctx.em.fork(), account.billerId, [account.id]);
  if (!plan) return chosen(open.slice(0, 1).map(whole));
  const bills = open.filter(({ invoiceId }) => plan.bills.some((one) => one.invoiceId === invoiceId));
  if (what === 'plan') return chosen(bills.map(whole));
  const today = localDate(ctx.clock.now(), customer.timeZone);
  const { next } = standPlan(plan.instalments, plan.balanceMinor, today);
  const parts = sharePayment(bills, next?.amountMinor ?? 0);
  return chosen(renewSplit(parts, open));
}

async function chooseAmount(
  ctx: Ctx,
  { invoice }: LinkTarget,
  bill: BillLine | undefined,
  text: string,
): Promise<ChosenSplit> {
  if (!bill) return { kind: 'refused', problem: 'nothing-chosen' };
  const figure = text.replace(/[^\d.,' ]/g, '').trim();
  const minor = /^\d/.test(figure) ? readWrittenAmount(figure, undefined).minor : undefined;
  if (minor === undefined || minor <= 0 || minor > bill.amountDue.minor) {
    return { kind: 'refused', problem: 'amount' };
  }
  if (minor === bill.amountDue.minor) return chosen([whole(bill)]);
  const { partMinimumMinor } = await loadMoneyRules(ctx.em, invoice.billerId);
  if (partMinimumMinor === null || minor < partMinimumMinor) return { kind: 'refused', problem: 'amount' };
  return chosen([{ ...whole(bill), amount: money(minor, bill.amountDue.currency), isPartial: true }]);
}

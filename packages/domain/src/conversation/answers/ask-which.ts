import { type Money, money } from '../../money/money.ts';
import type { AgreedPart } from '../../payment/payment-part.ts';
import { sharePayment } from '../../payment/share-payment.ts';
import { cardFeeOf } from '../card-fee-of.ts';
import type { DialogBill, DialogFacts, DialogPlan, OpenOffer } from '../dialog.ts';
import type { AskAgain, DialogEffect, PayQuestion } from '../dialog-effects.ts';
import { answered, type DialogStep, step } from './step.ts';

/** More bills than this do not fit into a text as a list. */
const LISTED = 5;

/**
 * Asks whether to pay these bills, whole, from the card of the first one's account; closes the question that it replaces.
 * Takes bills of one currency, at least one.
 */
export function askWhole(bills: readonly DialogBill[], facts: DialogFacts, because?: AskAgain): DialogStep {
  const parts = bills.map(({ invoiceId, amountDue }) => ({
    invoiceId,
    amountMinor: amountDue.minor,
    isPartial: false,
  }));
  return askFor(bills, parts, facts, because);
}

/** The same for the given parts of the bills. */
export function askFor(
  bills: readonly DialogBill[],
  parts: readonly AgreedPart[],
  facts: DialogFacts,
  because?: AskAgain,
  instalment?: PayQuestion['instalment'],
): DialogStep {
  const [first] = bills;
  if (!first) return answered({ kind: 'nothing-due' });
  const { method } = first;
  if (!method) return answered({ kind: 'no-card', bill: first });
  const total = parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const amount = money(total, first.amountDue.currency);
  const feeMinor = cardFeeOf(amount, first, facts);
  return step('asked', ...closeQuestion(facts.offer), {
    do: 'ask-to-pay',
    bills,
    amount,
    ...(feeMinor > 0 && { feeMinor }),
    parts,
    method,
    code: facts.freshCode,
    ...(because && { because }),
    ...(instalment && { instalment }),
  });
}

/** One question at a time: a new one, or a list, takes the place of the one before. */
function closeQuestion(offer: OpenOffer | undefined): DialogEffect[] {
  return offer?.kind === 'question' ? [{ do: 'close-offer', offerId: offer.id, as: 'superseded' }] : [];
}

/** Which of several bills? A list whose numbers answer it, as far as one fits into a text. */
export function askWhich(facts: DialogFacts): DialogStep {
  const { bills, billCount: count, totalDue: total } = facts;
  const [first] = bills;
  if (!first) return answered({ kind: 'nothing-due' });
  const canBePaid = bills.some(({ method }) => method !== undefined);
  if (count > LISTED || !canBePaid) return answered({ kind: 'several-bills', count, total, first });
  return step('answered', ...closeQuestion(facts.offer), { do: 'show-menu', bills, total });
}

/** All of them, where they are one sum of one currency that the facts hold whole. */
export function allBills(facts: DialogFacts): readonly DialogBill[] | undefined {
  const isWhole = facts.totalDue !== undefined && facts.billCount === facts.bills.length;
  return isWhole && isOneCurrency(facts.bills) ? facts.bills : undefined;
}

/** The bills that numbers of the open list name and that are still to be paid; undefined where a number names none. */
export function chosenBills(
  which: 'all' | readonly number[],
  facts: DialogFacts,
  now: Date,
): readonly DialogBill[] | undefined {
  const { menu } = facts;
  if (!menu || menu.expiresAt <= now) return undefined;
  const ids =
    which === 'all' ? menu.invoiceIds : [...new Set(which)].map((number) => menu.invoiceIds[number - 1]);
  const bills = ids.map((id) => facts.bills.find(({ invoiceId }) => invoiceId === id));
  const open = bills.filter((bill) => bill !== undefined);
  // What was paid since the list is left out of ALL; a number of its own that is gone is asked about anew.
  const isComplete = which === 'all' ? open.length > 0 : open.length === bills.length && bills.length > 0;
  return isComplete && isOneCurrency(open) ? open : undefined;
}

function isOneCurrency(bills: readonly DialogBill[]): boolean {
  return bills.every(({ amountDue }) => amountDue.currency === bills[0]?.amountDue.currency);
}

/** What may be paid towards these bills by an amount: at least the biller's minimum, or what a plan has due, unless less is. */
export function payableRange(
  bills: readonly DialogBill[],
  facts: DialogFacts,
): { least: Money; most: Money } | undefined {
  const plan = planOf(bills, facts);
  const { partMinimumMinor = null } = facts.rules;
  const leastMinor = plan
    ? Math.min(partMinimumMinor ?? plan.next.amount.minor, plan.next.amount.minor)
    : partMinimumMinor;
  const [first] = bills;
  if (!first || leastMinor === null || !isOneCurrency(bills)) return undefined;
  const { currency } = first.amountDue;
  const most = bills.reduce((sum, { amountDue }) => sum + amountDue.minor, 0);
  return { least: money(Math.min(leastMinor, most), currency), most: money(most, currency) };
}

/** The plan that one of these bills is paid by, the one with the soonest instalment first. */
export function planOf(
  bills: readonly Pick<DialogBill, 'invoiceId'>[],
  { plans = [] }: DialogFacts,
): DialogPlan | undefined {
  return plans
    .toSorted((one, other) => one.next.dueOn.localeCompare(other.next.dueOn))
    .find(({ invoiceIds }) => bills.some(({ invoiceId }) => invoiceIds.includes(invoiceId)));
}

/** Asks whether to pay what a plan has due, of its oldest bills. */
export function askInstalment(plan: DialogPlan, facts: DialogFacts, because?: AskAgain): DialogStep {
  const bills = facts.bills.filter(({ invoiceId }) => plan.invoiceIds.includes(invoiceId));
  const parts = sharePayment(bills, plan.next.amount.minor);
  const paid = bills.filter(({ invoiceId }) => parts.some((part) => part.invoiceId === invoiceId));
  const { number } = plan.next;
  return askFor(paid, parts, facts, because, { number, count: plan.count });
}

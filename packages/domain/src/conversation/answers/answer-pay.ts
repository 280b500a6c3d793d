import { isSame } from '../../money/money.ts';
import { cardFeeOf } from '../card-fee-of.ts';
import type { DialogBill, DialogFacts, DialogPlan, OpenOffer } from '../dialog.ts';
import type { AskAgain } from '../dialog-effects.ts';
import type { Intent } from '../intent.ts';
import { answerPlanOffer, declinePlan } from './answer-plan.ts';
import {
  allBills,
  askFor,
  askInstalment,
  askWhich,
  askWhole,
  chosenBills,
  payableRange,
  planOf,
} from './ask-which.ts';
import { answered, type DialogStep, say, step } from './step.ts';

/** A PAY that comes again this soon after the bill was paid is the same PAY, so it gets the same receipt. */
const SAME_PAY_WITHIN_MS = 600_000;

/** PAY: charges what a bill's own text stated where the customer has switched that on, else asks. */
export function answerPay(facts: DialogFacts, now: Date, isWish: boolean): DialogStep {
  const blocked = cannotPay(facts, now);
  if (blocked) return blocked;
  const plan = planOf(facts.bills, facts);
  if (plan) return answerPayOfPlan(plan, facts, now, isWish);
  if (facts.billCount > 1) return askWhich(facts);
  const [bill] = facts.bills;
  const { offer } = facts;
  // "I want to pay" is worth a question; only the command itself may move money at once.
  const mayChargeAtOnce =
    !isWish &&
    bill?.isOneReplyOn === true &&
    facts.openOffers === 1 &&
    offer?.kind === 'bill' &&
    offer.methodId === bill.method?.id &&
    offer.expiresAt > now &&
    isStillWhatIsDue(offer, facts) &&
    isStillItsFee(offer, facts);
  if (mayChargeAtOnce) return step('charging', { do: 'charge', offer });
  return bill ? askWhole([bill], facts) : answered({ kind: 'nothing-due' });
}

/** PAY under a plan is for its instalment; for another bill where that is due sooner. Paying the whole takes ALL or a page. */
function answerPayOfPlan(plan: DialogPlan, facts: DialogFacts, now: Date, isWish: boolean): DialogStep {
  const planned = (facts.plans ?? []).flatMap(({ invoiceIds }) => invoiceIds);
  const others = facts.bills.filter(({ invoiceId }) => !planned.includes(invoiceId));
  const [other] = others;
  if (!other || plan.next.dueOn <= other.dueOn) return askInstalment(plan, facts);
  const billCount = facts.billCount - (facts.bills.length - others.length);
  const without: DialogFacts = { ...facts, plans: [], bills: others, billCount, totalDue: undefined };
  return answerPay(without, now, isWish);
}

/** "1", "ALL", "PAY ALL", "PAY 1 2": bills of the list that was texted, else the list. */
export function answerChoice(which: 'all' | readonly number[], facts: DialogFacts, now: Date): DialogStep {
  const blocked = cannotPay(facts, now);
  if (blocked) return blocked;
  const bills = chosenBills(which, facts, now) ?? (which === 'all' ? allBills(facts) : undefined);
  if (bills) return askWhole(bills, facts);
  return facts.billCount > 1 ? askWhich(facts) : answerPay(facts, now, true);
}

/** "PAY 50": asks about a part of what is due, of the bills due first; never more than is due, never less than the biller takes. */
export function answerAmount(
  { amount, bill }: Extract<Intent, { kind: 'pay-amount' }>,
  facts: DialogFacts,
  now: Date,
): DialogStep {
  const chosen = bill === undefined ? undefined : chosenBills([bill], facts, now);
  if (chosen) return answerChoice([bill as number], facts, now);
  const blocked = cannotPay(facts, now);
  if (blocked) return blocked;
  const [first] = facts.bills;
  if (!first) return answered({ kind: 'nothing-due' });
  const { minor } = amount;
  const isOtherMoney = amount.currencies && !amount.currencies.includes(first.amountDue.currency);
  const exact = isOtherMoney ? [] : facts.bills.filter(({ amountDue }) => amountDue.minor === minor);
  if (exact.length === 1) return askWhole(exact, facts);

  const bills = allBills(facts) ?? [first];
  const range = payableRange(bills, facts);
  if (!range) return answered({ kind: 'whole-bills-only', bill: first });
  const isPossible =
    !isOtherMoney && minor !== undefined && minor >= range.least.minor && minor <= range.most.minor;
  if (!isPossible) return answered({ kind: 'amount-not-possible', ...range });
  return askToSpread(minor, bills, facts);
}

/** The bills due first are paid whole, the next one gets the rest. */
function askToSpread(minor: number, bills: DialogFacts['bills'], facts: DialogFacts): DialogStep {
  let left = minor;
  const parts = bills.flatMap(({ invoiceId, amountDue }) => {
    const amountMinor = Math.min(left, amountDue.minor);
    left -= amountMinor;
    return amountMinor > 0 ? [{ invoiceId, amountMinor, isPartial: amountMinor < amountDue.minor }] : [];
  });
  return askFor(bills.slice(0, parts.length), parts, facts);
}

/** YES: with the code of the open question it charges what was stated; a bare YES is never the money word. */
export function answerYes(code: string | undefined, facts: DialogFacts, now: Date): DialogStep {
  const { offer, planOffer } = facts;
  if (planOffer && offer?.kind !== 'question') return answerPlanOffer(planOffer, code, facts, now);
  if (offer?.kind !== 'question') {
    const mayConfirm = facts.consent === 'express' || facts.isOptInPending === true;
    if (mayConfirm && code === undefined && !facts.paymentInFlight) {
      return step(
        'opted-in',
        { do: 'confirm-consent' },
        say({ kind: facts.isMarketingPending ? 'marketing-confirmed' : 'opt-in-confirmed' }),
      );
    }
    // The answer to a question that was paid moments ago: the same receipt, not a riddle.
    const isAboutPaying = code !== undefined || facts.paymentInFlight !== undefined;
    const repeated = isAboutPaying ? cannotPay(facts, now) : undefined;
    return repeated ?? answered({ kind: 'nothing-asked' });
  }
  const blocked = cannotPay(facts, now);
  if (blocked) return blocked;
  if (code !== offer.code) return askAgain(offer, facts, 'code');
  if (offer.expiresAt <= now) return askAgain(offer, facts, 'expired');
  if (!isStillWhatIsDue(offer, facts) || !isStillItsCard(offer, facts) || !isStillItsFee(offer, facts)) {
    return askAgain(offer, facts, 'changed');
  }
  return step('charging', { do: 'charge', offer });
}

/** NO ends the open question, or one about texting; nothing else. */
export function answerNo(facts: DialogFacts): DialogStep {
  const { offer, planOffer } = facts;
  if (planOffer && offer?.kind !== 'question') return declinePlan(planOffer, facts);
  if (offer?.kind !== 'question') {
    // Who was asked and says no is asked and told nothing more.
    return facts.isOptInPending
      ? step('answered', { do: 'decline-consent' })
      : answered({ kind: 'nothing-asked' });
  }
  return step(
    'declined-offer',
    { do: 'close-offer', offerId: offer.id, as: 'declined' },
    say({ kind: 'not-charged', invoiceId: offer.invoiceId }),
  );
}

/** What comes before any question: money under way, or a PAY that was answered moments ago. */
function cannotPay(facts: DialogFacts, now: Date): DialogStep | undefined {
  if (facts.paymentInFlight) return answered({ kind: 'checking', amount: facts.paymentInFlight.amount });
  const { lastPaid } = facts;
  const isSamePay = lastPaid && now.getTime() - lastPaid.paidAt.getTime() < SAME_PAY_WITHIN_MS;
  if (isSamePay && facts.billCount === 0) {
    return step('receipt-repeated', { do: 'repeat-receipt', paymentId: lastPaid.paymentId });
  }
  return undefined;
}

/** The same question about the same bills as they are now; where none of them is left, about what is. */
function askAgain(offer: OpenOffer, facts: DialogFacts, because: AskAgain): DialogStep {
  const wanted = partsOf(offer);
  const bills = billsOf(offer, facts);
  const [first] = bills;
  if (!first) {
    const [other] = facts.bills;
    return facts.billCount === 1 && other ? askWhole([other], facts, because) : askWhich(facts);
  }
  const range = payableRange(bills, facts);
  const parts = bills.map(({ invoiceId, amountDue }) => {
    const part = wanted.find((one) => one.invoiceId === invoiceId);
    const agreed = part?.isPartial ? Math.min(part.amountMinor, amountDue.minor) : amountDue.minor;
    return { invoiceId, amountMinor: agreed, isPartial: agreed < amountDue.minor };
  });
  const total = parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const plan = planOf(bills, facts);
  if (plan && offer.parts) return askInstalment(plan, facts, because);
  const isPart = parts.some(({ isPartial }) => isPartial);
  // The biller's rule may be another by now.
  if (isPart && (!range || total < range.least.minor)) return askWhole(bills, facts, because);
  return askFor(bills, parts, facts, because);
}

function partsOf(offer: OpenOffer): NonNullable<OpenOffer['parts']> {
  return offer.parts ?? [{ invoiceId: offer.invoiceId, amountMinor: offer.amount.minor, isPartial: false }];
}

/** Those of its bills that still have something due, as they are now; in the first one's currency, as one sum must be. */
function billsOf(offer: OpenOffer, facts: DialogFacts): readonly DialogBill[] {
  const wanted = partsOf(offer);
  const open = facts.bills.filter(({ invoiceId }) => wanted.some((part) => part.invoiceId === invoiceId));
  return open.filter(({ amountDue }) => amountDue.currency === open[0]?.amountDue.currency);
}

/** Whether every bill still owes what was stated, or at least the part of it, and the biller still takes such a part. */
function isStillWhatIsDue(offer: OpenOffer, facts: DialogFacts): boolean {
  const dueOn = (id: string) => facts.bills.find(({ invoiceId }) => invoiceId === id)?.amountDue;
  if (!offer.parts) {
    const due = dueOn(offer.invoiceId);
    return due !== undefined && isSame(due, offer.amount);
  }
  const isAsStated = offer.parts.every(({ invoiceId, amountMinor, isPartial }) => {
    const due = dueOn(invoiceId);
    if (due?.currency !== offer.amount.currency) return false;
    return isPartial ? amountMinor <= due.minor : amountMinor === due.minor;
  });
  if (!isAsStated || !offer.parts.some(({ isPartial }) => isPartial)) return isAsStated;
  const range = payableRange(billsOf(offer, facts), facts);
  return range !== undefined && offer.amount.minor >= range.least.minor;
}

/** A question was asked of the card of its first bill's account. */
function isStillItsCard(offer: OpenOffer, facts: DialogFacts): boolean {
  const bill = facts.bills.find(({ invoiceId }) => invoiceId === partsOf(offer)[0]?.invoiceId);
  return bill?.method?.id === offer.methodId;
}

/** What is added for the card is what was stated: a bill's own text states no fee, so where there is one it is asked. */
function isStillItsFee(offer: OpenOffer, facts: DialogFacts): boolean {
  const bill = facts.bills.find(({ invoiceId }) => invoiceId === partsOf(offer)[0]?.invoiceId);
  return bill !== undefined && cardFeeOf(offer.amount, bill, facts) === (offer.feeMinor ?? 0);
}

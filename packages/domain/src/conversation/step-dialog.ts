import { isSame } from '../money/money.ts';
import type { AskAgain, DialogEffect, DialogFacts, InboundOutcome, OpenOffer, Saying } from './dialog.ts';
import type { Intent } from './intent.ts';

/** What was decided about one inbound text: its outcome, and what is to be done, in order. */
export interface DialogStep {
  outcome: InboundOutcome;
  effects: DialogEffect[];
}

/** STOP is confirmed once (47 CFR 64.1200(a)(12)); a second STOP within this time is the same one. */
const STOP_CONFIRMED_FOR_MS = 24 * 3_600_000;

/** A PAY that comes again this soon after the bill was paid is the same PAY, so it gets the same receipt. */
const SAME_PAY_WITHIN_MS = 600_000;

/**
 * Decides what a customer's text leads to. Pure: the same words, facts and instant give the same step.
 * Money moves on two answers only: YES with the code of the open question, and PAY to a bill that stated amount and
 * card where the customer has switched one-reply pay on; in both the amount must still be what was stated.
 */
export function stepDialog(intent: Intent, facts: DialogFacts, now: Date): DialogStep {
  switch (intent.kind) {
    case 'opt-out':
    case 'cease':
      return optOut(intent.kind, facts, now);
    case 'wrong-party':
      return step('passed-to-person', [
        { do: 'revoke-consent' },
        { do: 'break-phone-from-account' },
        { do: 'call-person', why: 'wrong-party' },
        ...confirmation({ kind: 'wrong-party-noted' }, facts, now),
      ]);
    case 'review-hold':
      return step('passed-to-person', [
        { do: 'call-person', why: 'unclear-stop' },
        say({ kind: 'question-received' }),
      ]);
    case 'start':
      return step('opted-in', [{ do: 'restore-consent' }, say({ kind: 'start-confirmed' })]);
    case 'help':
      return facts.hasCarrierAnswered ? step('answered', []) : step('answered', [say({ kind: 'help' })]);
    case 'card-number':
      return step('card-number-removed', [say({ kind: 'card-number-removed', bill: facts.bills[0] })]);
    case 'agent':
      return step('passed-to-person', [{ do: 'call-person', why: 'asked' }, say({ kind: 'person-coming' })]);
    case 'continue':
    case 'free-text':
    case 'choice':
    case 'undo':
    case 'promise':
    case 'later':
    case 'plan':
    case 'who':
    case 'link':
    case 'card':
    case 'autopay':
    case 'paper':
    case 'links':
    case 'language':
      return step('passed-to-person', [
        { do: 'call-person', why: 'question' },
        say({ kind: 'question-received' }),
      ]);
    default:
      // Everything from here on is about a bill, and says the same thing twice when it comes twice.
      return facts.isEcho ? step('echo', []) : aboutBill(intent, facts, now);
  }
}

type BillIntent = Exclude<
  Intent,
  {
    kind:
      | 'opt-out'
      | 'cease'
      | 'wrong-party'
      | 'review-hold'
      | 'start'
      | 'help'
      | 'card-number'
      | 'agent'
      | 'continue'
      | 'free-text'
      | 'choice'
      | 'undo'
      | 'promise'
      | 'later'
      | 'plan'
      | 'who'
      | 'link'
      | 'card'
      | 'autopay'
      | 'paper'
      | 'links'
      | 'language';
  }
>;

function aboutBill(intent: BillIntent, facts: DialogFacts, now: Date): DialogStep {
  switch (intent.kind) {
    case 'pay':
    case 'pay-now':
      // "I want to pay" is worth a question; only the command itself may move money at once.
      return pay(facts, now, intent.kind === 'pay' && intent.isWish === true);
    case 'yes':
      return yes(intent.code, facts, now);
    case 'no':
      return no(facts);
    case 'balance':
    case 'bills':
    case 'due':
      return balance(facts);
    case 'pay-amount':
    case 'pay-several':
      return payOtherwise(facts, now);
  }
}

function optOut(kind: 'opt-out' | 'cease', facts: DialogFacts, now: Date): DialogStep {
  const effects: DialogEffect[] = [{ do: 'revoke-consent' }];
  if (kind === 'cease') effects.push({ do: 'call-person', why: 'cease' });
  effects.push(...confirmation({ kind: 'stop-confirmed' }, facts, now));
  return step('opted-out', effects);
}

/** One confirmation in all, in whatever words: the carrier's own counts, and so does ours of a moment ago. */
function confirmation(what: Saying, facts: DialogFacts, now: Date): DialogEffect[] {
  const confirmed = facts.stopConfirmedAt;
  const isConfirmed = confirmed !== undefined && now.getTime() - confirmed.getTime() < STOP_CONFIRMED_FOR_MS;
  return facts.hasCarrierAnswered || isConfirmed ? [] : [say(what)];
}

function pay(facts: DialogFacts, now: Date, isWish: boolean): DialogStep {
  const blocked = cannotPay(facts, now);
  if (blocked) return blocked;
  const [bill] = facts.bills;
  if (!bill) return step('answered', [say({ kind: 'nothing-due' })]);
  if (facts.billCount > 1) return severalBills(facts);
  if (!facts.method) return step('answered', [say({ kind: 'no-card', bill })]);

  const { offer } = facts;
  const mayChargeAtOnce =
    !isWish &&
    facts.isOneReplyOn &&
    facts.openOffers === 1 &&
    offer?.kind === 'bill' &&
    offer.methodId === facts.method.id &&
    offer.expiresAt > now &&
    isStillWhatIsDue(offer, facts);
  if (mayChargeAtOnce) return step('charging', [{ do: 'charge', offer }]);
  return ask(facts, offer?.kind === 'question' ? offer : undefined);
}

function yes(code: string | undefined, facts: DialogFacts, now: Date): DialogStep {
  const { offer } = facts;
  if (offer?.kind !== 'question') {
    const mayConfirm = facts.consent === 'express' || facts.isOptInPending === true;
    if (mayConfirm && code === undefined && !facts.paymentInFlight) {
      return step('opted-in', [{ do: 'confirm-consent' }, say({ kind: 'start-confirmed' })]);
    }
    // The answer to a question that was paid moments ago: the same receipt, not a riddle.
    const isAboutPaying = code !== undefined || facts.paymentInFlight !== undefined;
    const repeated = isAboutPaying ? cannotPay(facts, now) : undefined;
    return repeated ?? step('answered', [say({ kind: 'nothing-asked' })]);
  }
  const blocked = cannotPay(facts, now);
  if (blocked) return blocked;
  // A bare YES is never the money word: which question it answers stands in the code alone.
  if (code !== offer.code) return askAgain(facts, offer, 'code');
  if (offer.expiresAt <= now) return askAgain(facts, offer, 'expired');
  if (!isStillWhatIsDue(offer, facts)) return askAgain(facts, offer, 'changed');
  if (facts.method?.id !== offer.methodId) return askAgain(facts, offer, 'changed');
  return step('charging', [{ do: 'charge', offer }]);
}

function no(facts: DialogFacts): DialogStep {
  const { offer } = facts;
  if (offer?.kind !== 'question') {
    // Who was asked and says no is asked and told nothing more.
    if (facts.isOptInPending) return step('answered', [{ do: 'decline-consent' }]);
    return step('answered', [say({ kind: 'nothing-asked' })]);
  }
  return step('declined-offer', [
    { do: 'close-offer', offerId: offer.id, as: 'declined' },
    say({ kind: 'not-charged', invoiceId: offer.invoiceId }),
  ]);
}

function balance(facts: DialogFacts): DialogStep {
  const [first] = facts.bills;
  if (!first || !facts.totalDue) return step('answered', [say({ kind: 'nothing-due' })]);
  return step('answered', [say({ kind: 'balance', count: facts.billCount, total: facts.totalDue, first })]);
}

/** Part of a bill, or several at once: the page can do it, the thread does not guess. */
function payOtherwise(facts: DialogFacts, now: Date): DialogStep {
  const blocked = cannotPay(facts, now);
  if (blocked) return blocked;
  const [bill] = facts.bills;
  if (!bill) return step('answered', [say({ kind: 'nothing-due' })]);
  if (facts.billCount > 1) return severalBills(facts);
  return step('answered', [say({ kind: 'amount-by-link', bill })]);
}

/** What comes before any question: money under way, or a PAY that was answered moments ago. */
function cannotPay(facts: DialogFacts, now: Date): DialogStep | undefined {
  if (facts.paymentInFlight) {
    return step('answered', [say({ kind: 'checking', amount: facts.paymentInFlight.amount })]);
  }
  const { lastPaid } = facts;
  const isSamePay = lastPaid && now.getTime() - lastPaid.paidAt.getTime() < SAME_PAY_WITHIN_MS;
  if (isSamePay && facts.billCount === 0) {
    return step('receipt-repeated', [{ do: 'repeat-receipt', paymentId: lastPaid.paymentId }]);
  }
  return undefined;
}

function severalBills(facts: DialogFacts): DialogStep {
  const [first] = facts.bills;
  if (!first || !facts.totalDue) return step('answered', [say({ kind: 'nothing-due' })]);
  return step('answered', [
    say({ kind: 'several-bills', count: facts.billCount, total: facts.totalDue, first }),
  ]);
}

function askAgain(facts: DialogFacts, offer: OpenOffer, because: AskAgain): DialogStep {
  if (facts.billCount > 1) return severalBills(facts);
  return ask(facts, offer, because);
}

function ask(facts: DialogFacts, earlier: OpenOffer | undefined, because?: AskAgain): DialogStep {
  const [bill] = facts.bills;
  if (!bill) return step('answered', [say({ kind: 'nothing-due' })]);
  if (!facts.method) return step('answered', [say({ kind: 'no-card', bill })]);
  const effects: DialogEffect[] = earlier
    ? [{ do: 'close-offer', offerId: earlier.id, as: 'superseded' }]
    : [];
  effects.push({
    do: 'ask-to-pay',
    bill,
    methodId: facts.method.id,
    card: facts.method.card,
    code: facts.freshCode,
    ...(because && { because }),
  });
  return step('asked', effects);
}

function isStillWhatIsDue(offer: OpenOffer, facts: DialogFacts): boolean {
  const dueOn = (invoiceId: string) => facts.bills.find((other) => other.invoiceId === invoiceId)?.amountDue;
  if (!offer.parts) {
    const due = dueOn(offer.invoiceId);
    return due !== undefined && isSame(due, offer.amount);
  }
  return offer.parts.every(({ invoiceId, amountMinor, isPartial }) => {
    const due = dueOn(invoiceId);
    if (due?.currency !== offer.amount.currency) return false;
    return isPartial ? amountMinor <= due.minor : amountMinor === due.minor;
  });
}

function say(what: Saying): DialogEffect {
  return { do: 'say', what };
}

function step(outcome: InboundOutcome, effects: DialogEffect[]): DialogStep {
  return { outcome, effects };
}

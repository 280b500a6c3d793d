import { type Money, money } from '../../money/money.ts';
import { decidePromise, type PromiseRefusal, type PromiseWish } from '../../promise/decide-promise.ts';
import { addDays } from '../../time/add-days.ts';
import type { DialogBill, DialogFacts } from '../dialog.ts';
import type { DialogEffect } from '../dialog-effects.ts';
import type { Intent, WrittenAmount } from '../intent.ts';
import { resolveDay } from '../resolve-day.ts';
import { answered, type DialogStep, say, step } from './step.ts';

/** UNDO: takes the latest payment back within the biller's minutes; before anything was charged it is a NO. */
export function answerUndo(facts: DialogFacts, now: Date): DialogStep {
  const { offer, lastPaid, paymentInFlight } = facts;
  if (paymentInFlight) return answered({ kind: 'checking', amount: paymentInFlight.amount });
  const agoMs = lastPaid ? now.getTime() - lastPaid.paidAt.getTime() : Number.POSITIVE_INFINITY;
  if (lastPaid && !lastPaid.isComingBack && agoMs < facts.rules.undoMinutes * 60_000) {
    return step('undoing', { do: 'undo', paymentId: lastPaid.paymentId });
  }
  if (offer?.kind === 'question' && offer.expiresAt > now) {
    return step(
      'declined-offer',
      ...decline(facts),
      say({ kind: 'not-charged', invoiceId: offer.invoiceId }),
    );
  }
  if (!lastPaid || lastPaid.isComingBack || agoMs > SPOKEN_OF_FOR_MS)
    return answered({ kind: 'undo-nothing' });
  return answered({ kind: 'undo-too-late', amount: lastPaid.amount });
}

/** A payment of longer ago than this is none that somebody wants to undo who does not say which. */
const SPOKEN_OF_FOR_MS = 30 * 24 * 3_600_000;

/**
 * LATER: nothing is charged. Where the biller lets customers choose the day, one open bill is due later from now on; else its
 * due date stands, and a day can be promised.
 */
export function answerLater(facts: DialogFacts): DialogStep {
  const [first] = facts.bills;
  const total = facts.totalDue ?? first?.amountDue;
  if (!first || !total) return answered({ kind: 'nothing-due' });
  if (facts.laterOn !== undefined && facts.billCount === 1) {
    const move: DialogEffect = { do: 'move-due', invoiceId: first.invoiceId, day: facts.laterOn };
    return step('changed-setting', ...decline(facts), move);
  }
  const later = say({ kind: 'later', count: facts.billCount, total, first });
  return facts.offer?.kind === 'question'
    ? step('declined-offer', ...decline(facts), later)
    : step('answered', later);
}

/**
 * PROMISE: a day of the customer's own calendar, for what is due on the account of the bill that is due first, or a part
 * of it. A promise moves no money, so it is noted at once, and what was noted is said.
 */
export function answerPromise(
  { day, amount }: Extract<Intent, { kind: 'promise' }>,
  facts: DialogFacts,
): DialogStep {
  const [first] = facts.bills;
  if (!first) return answered({ kind: 'nothing-due' });
  if (!day) return answered({ kind: 'promise-how' });
  const { today, rules } = facts;
  const due = dueOnAccount(first, facts);
  const found = resolveDay(day, facts);
  const latest = addDays(today, rules.promise.withinDays);
  if (found.kind !== 'day') return answered({ kind: 'promise-not-possible', latest });
  const wish = wishOf(amount, due, found.date);
  const decision = wish && decidePromise(wish, due, rules.promise, today);
  if (decision?.kind === 'promise') {
    const promise = {
      do: 'promise' as const,
      accountId: first.accountId,
      amount: decision.amount,
      day: found.date,
    };
    return step('answered', ...decline(facts), promise);
  }
  if (decision && TOO_LATE.includes(decision.refusal)) {
    return answered({ kind: 'promise-not-possible', latest });
  }
  const least = Math.min(due.minor, Math.ceil((due.minor * rules.promise.leastPercent) / 100));
  return answered({ kind: 'promise-amount-not-possible', least: money(least, due.currency), most: due });
}

const TOO_LATE: readonly PromiseRefusal[] = ['bad-day', 'too-far'];

/** What the account of a bill owes on all its bills in the bill's currency. */
function dueOnAccount({ accountId, amountDue }: DialogBill, { bills }: DialogFacts): Money {
  const { currency } = amountDue;
  const own = bills.filter((bill) => bill.accountId === accountId && bill.amountDue.currency === currency);
  return money(
    own.reduce((sum, bill) => sum + bill.amountDue.minor, 0),
    currency,
  );
}

/** Undefined where the amount is no number, or of another currency than what is due. */
function wishOf(amount: WrittenAmount | undefined, due: Money, day: string): PromiseWish | undefined {
  if (!amount) return { day };
  const isOtherMoney = amount.currencies && !amount.currencies.includes(due.currency);
  if (isOtherMoney || amount.minor === undefined) return undefined;
  return { day, amount: money(amount.minor, due.currency) };
}

/** Who asks for time has said no to the open question. */
function decline({ offer }: DialogFacts): DialogEffect[] {
  return offer?.kind === 'question' ? [{ do: 'close-offer', offerId: offer.id, as: 'declined' }] : [];
}

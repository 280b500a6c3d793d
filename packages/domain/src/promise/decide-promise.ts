import { type Money, money } from '../money/money.ts';
import type { MoneyRules } from '../payment/money-rules.ts';
import { addDays } from '../time/add-days.ts';

/** What a customer promises: an amount, or all that is due where absent, by a day (`YYYY-MM-DD`). */
export interface PromiseWish {
  amount?: Money;
  day: string;
}

/**
 * `nothing-due` there is nothing to promise · `bad-day` the day is over · `too-far` later than the biller waits ·
 * `too-little` a smaller share than the biller accepts · `too-much` more than is due, or in other money.
 */
export type PromiseRefusal = 'nothing-due' | 'bad-day' | 'too-far' | 'too-little' | 'too-much';

export type PromiseDecision =
  | { kind: 'promise'; amount: Money; dueOn: string; graceUntil: string }
  /** `latest` is the last day that the biller accepts. */
  | { kind: 'refused'; refusal: PromiseRefusal; latest: string };

/**
 * Whether a promise to pay is one that the biller accepts.
 * @param due what is due on the customer's open bills; undefined where nothing is, or in several currencies
 * @param today the customer's own day, `YYYY-MM-DD`
 */
export function decidePromise(
  wish: PromiseWish,
  due: Money | undefined,
  rules: MoneyRules['promise'],
  today: string,
): PromiseDecision {
  const latest = addDays(today, rules.withinDays);
  const refused = (refusal: PromiseRefusal): PromiseDecision => ({ kind: 'refused', refusal, latest });
  if (!due || due.minor <= 0) return refused('nothing-due');
  if (wish.day < today) return refused('bad-day');
  if (wish.day > latest) return refused('too-far');
  const amount = wish.amount ?? due;
  if (amount.currency !== due.currency || amount.minor > due.minor) return refused('too-much');
  const least = Math.ceil((due.minor * rules.leastPercent) / 100);
  if (amount.minor < Math.max(1, least)) return refused('too-little');
  return {
    kind: 'promise',
    amount: money(amount.minor, due.currency),
    dueOn: wish.day,
    graceUntil: addDays(wish.day, rules.graceDays),
  };
}

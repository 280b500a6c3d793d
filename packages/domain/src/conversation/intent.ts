import type { Language } from '../locale/language.ts';
import type { Currency } from '../money/money.ts';

/** What an inbound text means, as far as words alone tell; what follows from it depends on the dialog. */
export type Intent =
  /** No more texts. */
  | { kind: 'opt-out' }
  /** No more contact about the debt, by any channel: an opt-out and more. */
  | { kind: 'cease' }
  /** The phone is not our customer's, or the customer has died: the number is to be silenced too. */
  | { kind: 'wrong-party' }
  /** A stop word in a longer sentence: outbound is held and a person decides. */
  | { kind: 'review-hold' }
  /** "Do not stop my service." */
  | { kind: 'continue' }
  | { kind: 'card-number' }
  /** `isWish` where it is not the command itself ("I want to pay", "Pay?"): worth a question, never a charge at once. */
  | { kind: 'pay'; isWish?: true }
  | { kind: 'pay-now' }
  /** `bill` where the figure may as well be the number of a bill in a list: "PAY 2". */
  | { kind: 'pay-amount'; amount: WrittenAmount; bill?: number }
  /** Bills of a list by their numbers, or all of them. */
  | { kind: 'pay-several'; which: 'all' | number[] }
  /** "2", "1 and 3" or "ALL" without a word for paying: an answer to a list, and nothing where there is none. */
  | { kind: 'choice'; which: 'all' | number[] }
  /** The code of a question, two to four digits; a bare yes has none and never moves money. */
  | { kind: 'yes'; code?: string }
  | { kind: 'no' }
  | { kind: 'undo' }
  | { kind: 'promise'; day?: WrittenDay; amount?: WrittenAmount }
  | { kind: 'later' }
  | { kind: 'plan' }
  | { kind: 'start' }
  | { kind: 'help' }
  | { kind: 'balance' }
  | { kind: 'bills' }
  | { kind: 'due' }
  | { kind: 'who' }
  | { kind: 'link' }
  | { kind: 'card' }
  | { kind: 'agent' }
  /** `to` is undefined where only the state is asked for. */
  | { kind: 'autopay'; to?: 'on' | 'off' }
  | { kind: 'paper' }
  /** What was overpaid stays as a credit. */
  | { kind: 'keep' }
  | { kind: 'links'; isWanted: boolean }
  /** `to` is undefined where the language is none that we know. */
  | { kind: 'language'; to?: Language }
  | { kind: 'free-text' };

/** An amount as it was written, in minor units where it reads as a number, and the currencies that its sign can mean. */
export interface WrittenAmount {
  words: string;
  minor: number | undefined;
  /** Absent where no currency is named: the bill's own, then. */
  currencies?: readonly Currency[];
}

/**
 * A day as it was written, before it is known when and by whom. Weekdays are 0 for Monday to 6 for Sunday, months 1 to
 * 12; `pair` is "12/4", which one country reads as month and day and another as day and month.
 */
export type WrittenDay =
  | { by: 'weekday'; weekday: number }
  | { by: 'day-of-month'; day: number }
  | { by: 'month'; month: number; day: number; year?: number }
  | { by: 'pair'; first: number; second: number; year?: number }
  | { by: 'days-ahead'; days: number }
  | { by: 'month-end' };

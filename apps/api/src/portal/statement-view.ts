import type { Money } from '@kvitt/domain/money/money';

/** What moved on an account between two days, with what was owed before, after each, and at the end. */
export interface StatementView {
  from: string;
  to: string;
  opening: Money;
  closing: Money;
  rows: readonly { day: string; words: string; amount: Money; balance: Money }[];
  /** Payments of these days that went through, the newest first, each with its receipt. */
  receipts: readonly { paymentId: string; on: string; amount: Money; reference: string }[];
  /** The days that were asked for cannot be: the ones before them are shown. */
  isProblem: boolean;
}

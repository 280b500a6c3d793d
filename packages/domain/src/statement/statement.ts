import type { LedgerCause } from '../ledger/chart.ts';
import type { Currency } from '../money/money.ts';

/** Something that happened on an account, as the ledger has it. */
export interface Movement {
  /** The customer's day, `YYYY-MM-DD`. */
  day: string;
  cause: LedgerCause;
  /** What the customer owes more by it; less where negative, nothing where it only moved between bill and credit. */
  minor: number;
  /** The numbers of the bills that it is about; empty where it is about none. */
  bills: readonly string[];
  /** What was added for paying by card, or went back of it: told, and never owed. Absent or 0 for most. */
  cardFeeMinor?: number;
}

/** One line of a statement. */
export interface StatementRow {
  day: string;
  /** In the customer's language. */
  words: string;
  minor: number;
  /** What the customer owes after it; below nothing where they have something to their credit. */
  balanceMinor: number;
}

/** What moved on an account between two days, in one currency. */
export interface Statement {
  currency: Currency;
  from: string;
  to: string;
  openingMinor: number;
  rows: readonly StatementRow[];
  closingMinor: number;
}

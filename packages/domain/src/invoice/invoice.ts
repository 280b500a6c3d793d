import type { Currency } from '../money/money.ts';

/** A bill as it was issued. Immutable: what is paid or corrected later stands in the ledger, not here. */
export interface Invoice {
  billerId: string;
  id: string;
  accountId: string;
  /** The biller's own number, unique among the biller's bills. */
  number: string;
  /** What it is for, in the biller's words. */
  description: string;
  currency: Currency;
  totalMinor: number;
  /** Calendar dates, `YYYY-MM-DD`. */
  issuedOn: string;
  dueOn: string;
}

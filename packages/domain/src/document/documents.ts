import type { AdjustmentKind } from '../invoice/adjustment.ts';
import type { InvoiceLine } from '../invoice/price-lines.ts';
import type { Language } from '../locale/language.ts';
import type { Currency } from '../money/money.ts';
import type { Statement } from '../statement/statement.ts';

/** Whose paper it is, and how to reach them. */
export interface Letterhead {
  name: string;
  /** `#rrggbb`. */
  accent: string;
  supportPhone: string;
  supportEmail: string | null;
}

/** What a bill says on paper. Amounts are minor units of its currency, days `YYYY-MM-DD`. */
export interface BillDocument {
  biller: Letterhead;
  language: Language;
  currency: Currency;
  number: string;
  /** The bill whose place it takes, by its number. */
  replaces: string | null;
  /** As much of it as whoever asks may see. */
  customerName: string;
  accountNumber: string;
  description: string;
  issuedOn: string;
  dueOn: string;
  totalMinor: number;
  dueMinor: number;
  /** Until when it is paid with its discount; null where it has none, or not any more. */
  discountUntil: string | null;
  /** Empty where the bill came without any. */
  lines: InvoiceLine[];
  /** What was added and taken off since it was issued, and what was paid and given back, in its order. */
  changes: { on: string; kind: BillChangeKind; minor: number }[];
}

/**
 * What moved what is due on a bill after it was issued: `paid` however it came, `given-back`, credit that it got or that was
 * taken from it again, or an adjustment.
 */
export type BillChangeKind = AdjustmentKind | 'paid' | 'given-back' | 'credit-used' | 'credit-unused';

/** A bill that is none, with the code that shows, typed back, that it was opened. */
export type SampleBill = Pick<
  BillDocument,
  'biller' | 'language' | 'currency' | 'customerName' | 'accountNumber' | 'issuedOn' | 'dueOn'
> & { code: string };

/** What a statement of account says on paper. */
export interface StatementDocument {
  biller: Letterhead;
  language: Language;
  customerName: string;
  accountNumber: string;
  statement: Statement;
}

/** What a receipt says on paper. */
export interface ReceiptDocument {
  biller: Letterhead;
  language: Language;
  currency: Currency;
  reference: string;
  /** All that was charged. */
  amountMinor: number;
  /** What of it was added for paying by card. */
  feeMinor: number;
  /** An instant, and the zone in which it is said. */
  paidAt: Date;
  timeZone: string;
  card: string | null;
  customerName: string;
  accountNumber: string;
  bills: { number: string; amountMinor: number; remainingMinor: number }[];
  /** What went back of it since. */
  givenBackMinor: number;
}

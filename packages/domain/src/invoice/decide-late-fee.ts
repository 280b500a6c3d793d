import type { Currency } from '../money/money.ts';
import { LATE_FEE_LAWS, type LateFeeLaw, type LateFeeTerms } from './late-fee.ts';
import { lateFeeDay } from './late-fee-day.ts';

/** What is known of a bill on the day on which it is looked at. */
export interface LateBill {
  currency: Currency;
  dueOn: string;
  dueMinor: number;
  feesBefore: number;
  /** Of the fee that was charged last; undefined where there was none. */
  lastFeeOn: string | undefined;
  isHeld: boolean;
  hasPromise: boolean;
  isInFlight: boolean;
}

export type LateFeeSkip =
  | 'NOT_LATE'
  | 'NOTHING_DUE'
  | 'HELD'
  | 'PROMISED'
  | 'IN_FLIGHT'
  | 'NOT_AGREED'
  | 'NOT_ALLOWED'
  | 'OTHER_CURRENCY'
  | 'CHARGED_BEFORE';

/**
 * The late fee that a bill gets on a day, or why it gets none. Each fee of a bill has its number, under which it is
 * charged once, however often and by however many this is asked.
 * @param today the biller's own day, `YYYY-MM-DD`
 */
export function decideLateFee(
  bill: LateBill,
  terms: LateFeeTerms,
  today: string,
): { kind: 'charge'; feeMinor: number; number: number } | { kind: 'skip'; reason: LateFeeSkip } {
  const law = LATE_FEE_LAWS[terms.country];
  const reason = findSkip(bill, terms, law, today);
  if (reason) return { kind: 'skip', reason };
  // Rounded down, and counted without floating point.
  const share = Number((BigInt(bill.dueMinor) * BigInt(terms.mostPercent)) / 100n);
  const most = law.mostMinor === 'unlimited' ? terms.feeMinor : law.mostMinor;
  const feeMinor = Math.min(terms.feeMinor, most, share);
  if (feeMinor <= 0) return { kind: 'skip', reason: 'NOT_ALLOWED' };
  return { kind: 'charge', feeMinor, number: bill.feesBefore + 1 };
}

function findSkip(
  bill: LateBill,
  terms: LateFeeTerms,
  law: LateFeeLaw,
  today: string,
): LateFeeSkip | undefined {
  if (law.times === 0) return 'NOT_ALLOWED';
  if (law.isByAgreement && !terms.isAgreed) return 'NOT_AGREED';
  if (bill.currency !== law.currency) return 'OTHER_CURRENCY';
  if (bill.dueMinor <= 0) return 'NOTHING_DUE';
  if (bill.isHeld) return 'HELD';
  if (bill.hasPromise) return 'PROMISED';
  if (bill.isInFlight) return 'IN_FLIGHT';
  if (bill.feesBefore >= law.times) return 'CHARGED_BEFORE';
  return today < lateFeeDay(bill, terms) ? 'NOT_LATE' : undefined;
}

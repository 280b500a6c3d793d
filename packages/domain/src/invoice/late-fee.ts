import type { Currency } from '../money/money.ts';
import { addDays } from '../time/add-days.ts';

/** What a country's law allows for being late, towards a consumer who was reminded by text. */
export interface LateFeeLaw {
  /** `unlimited` what was agreed, as far as the contract goes. */
  mostMinor: number | 'unlimited';
  currency: Currency;
  /** How many days after the due date at the earliest. */
  afterDays: number;
  /** How many on one bill. */
  times: number;
  /** Only where it was agreed no later than when the debt arose. */
  isByAgreement: boolean;
  source: string;
}

/**
 * The law as data. Sweden: 60 SEK for a written reminder that was agreed on (SFS 1981:739 §§ 2, 4). Norway: a twentieth
 * of the collection rate, 35 NOK at 700, 14 days after the due date, twice (inkassoforskriften). Germany: actual cost
 * only, of which a text has none worth the name (BGB § 286; BGH VIII ZR 95/18). United States: by contract.
 */
export const LATE_FEE_LAWS: Readonly<Record<'SE' | 'NO' | 'DE' | 'US', LateFeeLaw>> = {
  SE: {
    mostMinor: 6_000,
    currency: 'SEK',
    afterDays: 1,
    times: 1,
    isByAgreement: true,
    source: 'SFS 1981:739',
  },
  NO: {
    mostMinor: 3_500,
    currency: 'NOK',
    afterDays: 14,
    times: 2,
    isByAgreement: false,
    source: 'inkassoforskriften',
  },
  DE: { mostMinor: 0, currency: 'EUR', afterDays: 1, times: 0, isByAgreement: false, source: 'BGB § 286' },
  US: {
    mostMinor: 'unlimited',
    currency: 'USD',
    afterDays: 1,
    times: 1,
    isByAgreement: true,
    source: 'contract',
  },
};

/** What a biller has agreed with its customers; without it nothing is charged for being late. */
export interface LateFeeTerms {
  country: keyof typeof LATE_FEE_LAWS;
  feeMinor: number;
  /** No more than this share of what is due, in percent. */
  mostPercent: number;
  /** Days after the due date in which it can be paid without a fee. */
  graceDays: number;
  /** Whether it was agreed no later than when the debts arose. */
  isAgreed: boolean;
}

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
  const after = Math.max(terms.graceDays + 1, law.afterDays);
  // A second fee answers a second reminder, with the same time to pay after the first.
  const from = bill.lastFeeOn ?? bill.dueOn;
  return today < addDays(from, after) ? 'NOT_LATE' : undefined;
}

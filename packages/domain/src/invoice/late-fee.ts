import type { Currency } from '../money/money.ts';

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

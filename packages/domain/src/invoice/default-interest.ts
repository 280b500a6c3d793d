import { daysUntil } from '../locale/calendar-day.ts';
import { addDays } from '../time/add-days.ts';

/** What a country's law allows as interest for being late, towards a consumer who was told of it on the bill. */
export interface InterestLaw {
  /** Hundredths of a percent a year above the reference rate; `agreed` what the contract says, with no reference rate. */
  aboveReferenceBp: number | 'agreed';
  /** It begins so many days after the due date at the earliest. */
  afterDays: number;
  /** How many days a year has. */
  yearDays: 365;
  isByAgreement: boolean;
  source: string;
}

/**
 * The law as data. Sweden: the reference rate and eight percentage points (räntelagen §§ 3, 4, 6). Norway: the rate that
 * the ministry sets for each half-year, which is the reference rate of the table itself (forsinkelsesrenteloven § 3).
 * Germany: the base rate and five points for consumers (BGB § 288). United States: by contract.
 */
export const INTEREST_LAWS: Readonly<Record<'SE' | 'NO' | 'DE' | 'US', InterestLaw>> = {
  SE: law(800, false, 'räntelagen § 6'),
  NO: law(0, false, 'forsinkelsesrenteloven § 3'),
  DE: law(500, false, 'BGB § 288'),
  US: law('agreed', true, 'contract'),
};

function law(
  aboveReferenceBp: InterestLaw['aboveReferenceBp'],
  isByAgreement: boolean,
  source: string,
): InterestLaw {
  return { aboveReferenceBp, afterDays: 1, yearDays: 365, isByAgreement, source };
}

/** What a biller charges for being late by the day; without it, nothing. */
export interface InterestTerms {
  country: keyof typeof INTEREST_LAWS;
  /** Hundredths of a percent a year, where the contract says it. */
  agreedBp: number;
  isAgreed: boolean;
  /** The reference rate, in hundredths of a percent a year, each from its first day on; in any order. */
  rates: readonly { from: string; bp: number }[];
}

/** A balance that interest is charged on, from a day on. */
export interface BalanceFrom {
  from: string;
  minor: number;
}

/** Days on which a bill was on hold. */
export interface Rest {
  from: string;
  until: string | null;
}

/** Interest is charged for so many days at a time, when they are over; what is left of them when it is paid is let go. */
const PERIOD_DAYS = 30;

/**
 * The periods of being late that are over on a day and were not charged yet, the earliest first, each with its number.
 * @param charged the highest number that was charged; 0 where none was
 */
export function listInterestPeriods(
  bill: { dueOn: string; charged: number },
  today: string,
): { number: number; from: string; until: string }[] {
  const first = addDays(bill.dueOn, 1);
  const over = Math.floor(daysUntil(today, first) / PERIOD_DAYS);
  return Array.from({ length: Math.max(0, over - bill.charged) }, (_, index) => {
    const number = bill.charged + index + 1;
    return {
      number,
      from: addDays(first, (number - 1) * PERIOD_DAYS),
      until: addDays(first, number * PERIOD_DAYS),
    };
  });
}

/**
 * The interest of a bill from one day up to and without another, counted by the day and rounded down once, at the end: each
 * day has its own balance and its own rate. Interest bears none itself; nor do days on which nothing is owed.
 * @param rests days on which the bill rested, and which bear none; the last day included, none where it still does
 * @param balances what was owed without interest and fees, in any order; before the first of them nothing was
 * @returns minor units; 0 where the law or the contract allows none, or no rate is known for a day
 */
export function defaultInterest(
  balances: readonly BalanceFrom[],
  terms: InterestTerms,
  period: { dueOn: string; from: string; until: string },
  rests: readonly Rest[] = [],
): number {
  const { aboveReferenceBp, afterDays, yearDays, isByAgreement } = INTEREST_LAWS[terms.country];
  if (isByAgreement && !terms.isAgreed) return 0;
  const starts = addDays(period.dueOn, afterDays);
  const from = period.from > starts ? period.from : starts;
  const days = Math.max(0, daysUntil(period.until, from));
  let sum = 0n;
  for (let day = from, left = days; left > 0; left -= 1, day = addDays(day, 1)) {
    const isResting = rests.some((rest) => rest.from <= day && (rest.until === null || day <= rest.until));
    const minor = isResting ? 0 : (last(balances, day)?.minor ?? 0);
    const bp = aboveReferenceBp === 'agreed' ? terms.agreedBp : referenceOn(terms, day, aboveReferenceBp);
    if (minor > 0) sum += BigInt(minor) * BigInt(Math.max(0, bp));
  }
  return Number(sum / (10_000n * BigInt(yearDays)));
}

function referenceOn({ rates }: InterestTerms, day: string, aboveBp: number): number {
  const rate = last(rates, day);
  return rate ? rate.bp + aboveBp : 0;
}

/** The one that holds on a day: the last that began by then. */
function last<T extends { from: string }>(all: readonly T[], day: string): T | undefined {
  return all
    .filter(({ from }) => from <= day)
    .toSorted((one, other) => one.from.localeCompare(other.from))
    .at(-1);
}

import { addDays } from '../time/add-days.ts';

/** What a biller takes off for who pays early: so much percent of the bill, where all of it is paid within so many days. */
export interface EarlyDiscountTerms {
  percent: number;
  /** Counted from the day on which the bill was issued. */
  withinDays: number;
  /**
   * So many days before its last one the discount is offered by text, 0 on that day; never where null. Two where it was
   * not said, so that a weekend does not swallow it.
   */
  offerDaysBefore?: number | null | undefined;
}

/** The days before its last one on which a discount is offered where the biller has not said. */
export const OFFER_DAYS_BEFORE = 2;

/**
 * The early-payment discount of a bill: what is taken off, rounded down to a minor unit, and the last day on which it
 * counts (`YYYY-MM-DD`). It is granted with the bill and lapses after that day, so that what is due is the ledger's balance
 * on every day, for whoever asks. Undefined where there is none, or its day has gone by.
 */
export function earlyDiscount(
  bill: { totalMinor: number; issuedOn: string; dueOn: string },
  terms: EarlyDiscountTerms | null,
  today: string,
): { discountMinor: number; until: string } | undefined {
  if (!terms) return undefined;
  const until = addDays(bill.issuedOn, terms.withinDays);
  const discountMinor = Number((BigInt(bill.totalMinor) * BigInt(terms.percent)) / 100n);
  // Paying on the due date is paying in time, and not early.
  if (discountMinor <= 0 || until < today || until >= bill.dueOn) return undefined;
  return { discountMinor, until };
}

/**
 * Whether a discount that was granted lapses on a day: its last day is over, and something is still due that no payment
 * under way is about to pay.
 */
export function mayLapse(
  bill: { discountUntil: string; dueMinor: number; isInFlight: boolean },
  today: string,
): boolean {
  return today > bill.discountUntil && bill.dueMinor > 0 && !bill.isInFlight;
}

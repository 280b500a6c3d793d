import { daysUntil } from '../locale/calendar-day.ts';
import { type CadenceStep, isBeforeDue } from './cadence.ts';

/** What a step's condition looks at, of one bill. */
export interface BillFacts {
  /** What is due on it; minor units. */
  openMinor: number;
  /** The customer's day on which it was announced, `YYYY-MM-DD`; null where it was not. */
  announcedOn: string | null;
  /** No bill of the account has been paid late or left unpaid before. */
  isFirstMiss: boolean;
  hasAutopay: boolean;
  hasPromise: boolean;
  /** Disputed, or put on hold by the biller. */
  isHeld: boolean;
}

/** Why a step is not for this bill, or not now. */
export type ConditionSkip =
  | 'ALREADY_PAID'
  | 'HELD'
  | 'PROMISED'
  | 'AUTOPAY'
  | 'NO_AUTOPAY'
  | 'BELOW_MINIMUM'
  | 'FIRST_MISS'
  | 'NOT_FIRST_MISS'
  | 'JUST_ANNOUNCED';

/** A bill whose own text came this many days ago or fewer needs no reminder yet. */
export const QUIET_DAYS_AFTER_BILL = 1;

/** Why a step gets no text for a bill as it stands, on `day` (`YYYY-MM-DD`); undefined where it does. */
export function findSkip(
  { template, when }: CadenceStep,
  facts: BillFacts,
  day: string,
): ConditionSkip | undefined {
  if (facts.openMinor <= 0) return 'ALREADY_PAID';
  if (facts.isHeld) return 'HELD';
  if (facts.hasPromise) return 'PROMISED';
  if (when.autopay === 'never' && facts.hasAutopay) return 'AUTOPAY';
  if (when.autopay === 'only' && !facts.hasAutopay) return 'NO_AUTOPAY';
  if (facts.openMinor < when.minOpenMinor) return 'BELOW_MINIMUM';
  if (when.firstMiss === 'never' && facts.isFirstMiss) return 'FIRST_MISS';
  if (when.firstMiss === 'only' && !facts.isFirstMiss) return 'NOT_FIRST_MISS';
  const isFresh = facts.announcedOn !== null && daysUntil(day, facts.announcedOn) <= QUIET_DAYS_AFTER_BILL;
  return isBeforeDue(template) && isFresh ? 'JUST_ANNOUNCED' : undefined;
}

import type { BonusPlan } from './bonus-plan.ts';

/** What a manager says of a plan; times in days. */
export interface PlanTerms {
  amountMinor: BonusPlan['amountMinor'];
  againPercent: number;
  vestAfterDays: number;
  clawBackForDays: number;
  mostPerDayMinor: number;
}

export type PlanProblem =
  | 'AMOUNT_OUT_OF_RANGE'
  | 'PERCENT_OUT_OF_RANGE'
  | 'DAYS_OUT_OF_RANGE'
  | 'CLAW_BACK_BEFORE_VESTING'
  | 'CAP_BELOW_ONE';

const DAY_MS = 86_400_000;
const MOST_MINOR = 1_000_000;
const MOST_DAYS = 730;

/**
 * Makes a plan of its terms, or says what is wrong with them. A bonus can be taken back at least until it vests: otherwise
 * a STOP before that would leave it standing for good.
 */
export function checkPlan(
  terms: PlanTerms,
  as: { key: string; version: number },
): { kind: 'good'; plan: BonusPlan } | { kind: 'refused'; refusal: PlanProblem } {
  const amounts = Object.values(terms.amountMinor);
  const isWhole = (value: number, most: number) => Number.isInteger(value) && value >= 0 && value <= most;
  if (
    !amounts.every((minor) => isWhole(minor, MOST_MINOR)) ||
    !isWhole(terms.mostPerDayMinor, MOST_MINOR * 100)
  ) {
    return { kind: 'refused', refusal: 'AMOUNT_OUT_OF_RANGE' };
  }
  if (!isWhole(terms.againPercent, 100)) return { kind: 'refused', refusal: 'PERCENT_OUT_OF_RANGE' };
  const { vestAfterDays, clawBackForDays } = terms;
  if (!isWhole(vestAfterDays, MOST_DAYS) || !isWhole(clawBackForDays, MOST_DAYS)) {
    return { kind: 'refused', refusal: 'DAYS_OUT_OF_RANGE' };
  }
  if (clawBackForDays < vestAfterDays) return { kind: 'refused', refusal: 'CLAW_BACK_BEFORE_VESTING' };
  if (terms.mostPerDayMinor < Math.max(...amounts)) return { kind: 'refused', refusal: 'CAP_BELOW_ONE' };
  const plan: BonusPlan = {
    ...as,
    amountMinor: terms.amountMinor,
    againPercent: terms.againPercent,
    vestAfterMs: vestAfterDays * DAY_MS,
    clawBackForMs: clawBackForDays * DAY_MS,
    mostPerDayMinor: terms.mostPerDayMinor,
  };
  return { kind: 'good', plan };
}

import { addDays } from '../time/add-days.ts';
import type { PlanStanding } from './stand-plan.ts';

/**
 * Whether a running plan goes on, by the ledger alone. While money is on its way nothing is decided.
 * @param today the customer's own day, `YYYY-MM-DD`
 * @returns with `breaksOn` the first day on which it breaks unless the missed instalment is paid
 */
export function judgePlan(
  standing: PlanStanding,
  { graceDays, isInFlight, today }: { graceDays: number; isInFlight: boolean; today: string },
): { kind: 'running'; breaksOn: string | undefined } | { kind: 'paid' | 'broken' } {
  const { missed } = standing;
  const breaksOn = missed && addDays(missed.dueOn, graceDays + 1);
  if (isInFlight) return { kind: 'running', breaksOn };
  if (standing.leftMinor === 0) return { kind: 'paid' };
  if (breaksOn !== undefined && today >= breaksOn) return { kind: 'broken' };
  return { kind: 'running', breaksOn };
}

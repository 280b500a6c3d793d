import type { ConsentStanding } from '../consent/consent.ts';
import { localDate } from '../time/local-date.ts';
import { localInstant } from '../time/local-instant.ts';
import type { CadenceStep, ReminderCategory } from './cadence.ts';
import { type BillDates, stepDay } from './step-day.ts';

/** Where a customer is, as far as days and hours go: shared by all customers of a place. */
export interface Place {
  /** The customer's own, in which their days are counted. */
  timeZone: string;
  /** ISO 3166, two letters. */
  country: string;
  /**
   * The first instant, from `fromMs` on, at which the contact policy allows a text of a category; undefined where it never
   * does within the time it looks ahead. Milliseconds since the epoch.
   */
  nextAllowedAt(category: ReminderCategory, fromMs: number): number | undefined;
  /** Why the contact policy takes these consents for too little here; undefined where they will do. */
  refusalOf(category: ReminderCategory, standing: ConsentStanding): string | undefined;
}

/** Why a step gets no instant: its day has gone by and it is of no more use · no allowed hour comes while it is. */
export type MissedReason = 'STALE' | 'NO_WINDOW';

export interface PlannedStep {
  /** The step's own day, `YYYY-MM-DD`. */
  day: string;
  lastDay: string;
  plan: { kind: 'send'; atMs: number } | { kind: 'skip'; reason: MissedReason };
}

/** When a step of a bill goes out, by dates and places alone: the part that all bills of a day and a place share. */
export function planStep(
  step: CadenceStep,
  bill: BillDates,
  where: { place: Place; sendMinute: number; closedOn?: readonly string[] | undefined },
  now: Date,
): PlannedStep {
  const { place, sendMinute } = where;
  const { day, lastDay } = stepDay(step, bill, place.country, where.closedOn);
  const missed = (reason: MissedReason): PlannedStep => ({ day, lastDay, plan: { kind: 'skip', reason } });
  if (localDate(now, place.timeZone) > lastDay) return missed('STALE');
  const fromMs = Math.max(now.getTime(), localInstant(day, sendMinute, place.timeZone));
  const atMs = place.nextAllowedAt(step.category, fromMs);
  if (atMs === undefined || atMs >= localInstant(lastDay, 24 * 60, place.timeZone))
    return missed('NO_WINDOW');
  return { day, lastDay, plan: { kind: 'send', atMs } };
}

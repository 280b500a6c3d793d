import { daysUntil } from '../locale/calendar-day.ts';

/** When the next statement comes, as the texts to somebody who joins say it; `days` counts for `in-days` alone. */
export interface WhenNext {
  when: 'in-days' | 'tomorrow' | 'today' | 'unknown';
  days: number;
}

/**
 * Says when the next of these statements comes, from `today` on. One that is over says nothing of the next one, so it is
 * unknown then.
 * @param statements `YYYY-MM-DD`
 * @param today the customer's own date
 */
export function whenNext(statements: readonly string[], today: string): WhenNext {
  const [next] = statements.filter((day) => day >= today).toSorted();
  if (next === undefined) return { when: 'unknown', days: 0 };
  const days = daysUntil(next, today);
  if (days === 0) return { when: 'today', days };
  return { when: days === 1 ? 'tomorrow' : 'in-days', days };
}

import { utcMidnight } from '../locale/calendar-day.ts';
import { dayName } from './day-number.ts';

const DAY_MS = 86_400_000;

/** The calendar date `days` after `day` (`YYYY-MM-DD`), or before it where negative. */
export function addDays(day: string, days: number): string {
  return dayName(utcMidnight(day) / DAY_MS + days);
}

import { utcMidnight } from '../locale/calendar-day.ts';
import { weekday } from './day-number.ts';
import { type Calendar, isHoliday } from './is-holiday.ts';

const DAY_MS = 86_400_000;

/** The calendar of public holidays of a country (ISO 3166, two letters); a country that has none here keeps weekends only. */
const CALENDAR_OF: Record<string, Calendar> = { US: 'US', NO: 'NO', SE: 'SE', DE: 'DE', GB: 'GB' };

/** Whether `day` (`YYYY-MM-DD`) is one on which offices and banks of a country work: no weekend and no public holiday. */
export function isBusinessDay(day: string, country: string): boolean {
  if (weekday(utcMidnight(day) / DAY_MS) > 4) return false;
  const calendar = CALENDAR_OF[country];
  return calendar === undefined || isHoliday(calendar, day) === undefined;
}

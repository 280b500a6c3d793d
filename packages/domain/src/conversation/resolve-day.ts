import { utcMidnight } from '../locale/calendar-day.ts';
import type { Language } from '../locale/language.ts';
import { addDays } from '../time/add-days.ts';
import type { WrittenDay } from './intent.ts';

const DAY_MS = 86_400_000;

export type ResolvedDay =
  | { kind: 'day'; date: string }
  /** It was written with its year, and is over. */
  | { kind: 'past' }
  /** "30 February", or a month without that day. */
  | { kind: 'no-such-day' };

/**
 * The calendar date (`YYYY-MM-DD`) that somebody means who writes a day without saying which: the next one. A weekday is
 * never today, since today is called so; "the 15th" and "12/4" may be. "12/4" is December 4 to who writes English and
 * 12 April to the others, unless only the other way there is such a day.
 * @param today the writer's own calendar date
 */
export function resolveDay(written: WrittenDay, who: { today: string; language: Language }): ResolvedDay {
  const { today } = who;
  switch (written.by) {
    case 'days-ahead':
      return found(addDays(today, written.days));
    case 'weekday':
      return found(addDays(today, ((written.weekday - weekdayOf(today) + 6) % 7) + 1));
    case 'month-end':
      return found(dateOf(yearIn(today), monthIn(today), lastDay(yearIn(today), monthIn(today))));
    case 'day-of-month':
      return nextInMonths(written.day, today);
    case 'month':
      return nextInYears(written, today);
    case 'pair':
      return nextInYears({ ...written, ...readPair(written, who.language) }, today);
  }
}

function readPair(
  { first, second }: { first: number; second: number },
  language: Language,
): { month: number; day: number } {
  const isMonthFirst = language === 'en' ? first <= 12 : second > 12;
  return isMonthFirst ? { month: first, day: second } : { month: second, day: first };
}

/** The next date with this day of the month; a month that has none is passed over. */
function nextInMonths(day: number, today: string): ResolvedDay {
  for (let ahead = 0; ahead < 12; ahead++) {
    const months = monthIn(today) - 1 + ahead;
    const year = yearIn(today) + Math.floor(months / 12);
    const month = (months % 12) + 1;
    if (day > lastDay(year, month)) continue;
    const date = dateOf(year, month, day);
    if (date >= today) return found(date);
  }
  return { kind: 'no-such-day' };
}

function nextInYears(
  { month, day, year }: { month: number; day: number; year?: number },
  today: string,
): ResolvedDay {
  if (month < 1 || month > 12) return { kind: 'no-such-day' };
  const years = year === undefined ? [yearIn(today), yearIn(today) + 1] : [year];
  const dates = years.flatMap((one) =>
    day >= 1 && day <= lastDay(one, month) ? [dateOf(one, month, day)] : [],
  );
  const next = dates.find((date) => date >= today);
  if (next) return found(next);
  return { kind: dates.length > 0 ? 'past' : 'no-such-day' };
}

function found(date: string): ResolvedDay {
  return { kind: 'day', date };
}

/** 0 for Monday; 1 January 1970 was a Thursday. */
function weekdayOf(date: string): number {
  return (utcMidnight(date) / DAY_MS + 3) % 7;
}

const yearIn = (date: string) => Number(date.slice(0, 4));
const monthIn = (date: string) => Number(date.slice(5, 7));

function lastDay(year: number, month: number): number {
  return (Date.UTC(year, month, 1) - Date.UTC(year, month - 1, 1)) / DAY_MS;
}

function dateOf(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

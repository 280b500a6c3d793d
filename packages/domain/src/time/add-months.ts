import { addDays } from './add-days.ts';

/**
 * The same day `months` later (`YYYY-MM-DD`), or the last day of that month where it has no such day: the 31st of January
 * and one month is the end of February.
 */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = firstOf(year, month - 1 + months);
  const last = addDays(firstOf(year, month + months), -1);
  const same = addDays(first, date - 1);
  return same < last ? same : last;
}

/** @param month from 0; may be beyond the year */
function firstOf(year: number, month: number): string {
  const there = year + Math.floor(month / 12);
  const name = String((((month % 12) + 12) % 12) + 1).padStart(2, '0');
  return `${String(there).padStart(4, '0')}-${name}-01`;
}

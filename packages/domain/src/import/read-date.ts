import { misread, type Reading, read } from './reading.ts';

/** How dates are written in a file, made by `compileDateFormat`. */
export interface DateFormat {
  /** As the map says it, for the sentence about a date that is not. */
  text: string;
  pattern: RegExp;
}

/**
 * Takes YYYY, MM or M, and DD or D, once each, in any order, with `/`, `.`, `-` or a space in between: "M/D/YYYY",
 * "YYYY-MM-DD", "D.M.YYYY". M and D take one or two digits, MM and DD two. Gives undefined for anything else, and for
 * M or D without a separator beside it, where 111 could be two days. A year of two digits is refused: of 1/2/13 nobody
 * knows which part is the year.
 */
export function compileDateFormat(text: string): DateFormat | undefined {
  const match = /^(YYYY|MM?|DD?)([/. -]?)(YYYY|MM?|DD?)([/. -]?)(YYYY|MM?|DD?)$/.exec(text);
  if (!match) return undefined;
  const [, ...parts] = match;
  const letters = [parts[0], parts[2], parts[4]].map((part) => part?.[0]);
  if (new Set(letters).size !== 3) return undefined;
  const isPacked = parts[1] === '' || parts[3] === '';
  if (isPacked && parts.some((part) => part === 'M' || part === 'D')) return undefined;
  const pattern = parts.map((part) => PIECES[part] ?? `\\${part}`).join('');
  return { text, pattern: new RegExp(`^${pattern}$`) };
}

const PIECES: Record<string, string> = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{2})',
  D: '(?<day>\\d{1,2})',
  ' ': ' ',
  '': '',
};

/** Reads a calendar date; gives it as `YYYY-MM-DD`. Days that no calendar has (2/30) are refused, not rolled over. */
export function readDate(text: string, format: DateFormat): Reading<string> {
  const groups = format.pattern.exec(text)?.groups;
  if (!groups) return misread('NOT_A_DATE', format.text);
  const { year = '', month = '', day = '' } = groups;
  if (Number(day) < 1 || Number(day) > daysIn(Number(year), Number(month))) {
    return misread('NO_SUCH_DAY', format.text);
  }
  // A typed 0213 or 20133 is a slip, and what it would do to ages and reminders shows much later.
  if (Number(year) < 1900 || Number(year) > 2199) {
    return misread('DATE_OUT_OF_RANGE', 'from 1900 to 2199');
  }
  return read(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** None in a month that does not exist. */
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

import type { WrittenDay } from './intent.ts';
import { MONTH_END, MONTHS, NEAR_DAYS, SMALL, UNITS, WEEKDAYS } from './words/days.ts';

const DAY = '(3[01]|[12]\\d|0?[1-9])';
const YEAR = '(?:,? (20\\d\\d))?';
const ORDINAL = '(?:st|nd|rd|th|:?e|:?a|o)';
const MONTH = `(${MONTHS.map((names) => `(?:${names})`).join('|')})`;
const END = '(?![\\p{L}\\d])(?![.,]\\d)';

/** One way to write a day, tried at a place of the line; what it reads from its match, undefined where that is no day. */
interface Shape {
  pattern: RegExp;
  reads(groups: readonly (string | undefined)[]): WrittenDay | undefined;
}

const shape = (pattern: string, reads: Shape['reads']): Shape => ({
  pattern: new RegExp(`(?:${pattern})${END}`, 'uy'),
  reads,
});

/** The ways, the more telling first: "4. december" before "the 4th". */
const SHAPES: readonly Shape[] = [
  shape('(20\\d\\d)-(\\d{1,2})-(\\d{1,2})', ([year, month, day]) => inMonth(month, day, year)),
  shape(`${DAY}[/-]${DAY}(?:[/-](\\d{4}|\\d\\d))?`, ([first, second, year]) => ({
    by: 'pair',
    first: Number(first),
    second: Number(second),
    ...yearOf(year),
  })),
  shape(`${DAY}\\.${DAY}\\.(\\d{4}|\\d\\d)?`, ([day, month, year]) => inMonth(month, day, year)),
  shape(
    `(?:the |el |am |den |dem )?${DAY}(?:${ORDINAL}|\\.)? ?(?:of |de )?${MONTH}\\.?${YEAR}`,
    ([day, name, year]) => inMonth(monthOf(name), day, year),
  ),
  shape(`${MONTH}\\.? ${DAY}${ORDINAL}?${YEAR}`, ([name, day, year]) => inMonth(monthOf(name), day, year)),
  shape(`(?:the|el|am|den|dem|zum) ${DAY}(?:${ORDINAL}|\\.)?`, ([day]) => ({
    by: 'day-of-month',
    day: Number(day),
  })),
  shape(`${DAY}${ORDINAL}`, ([day]) => ({ by: 'day-of-month', day: Number(day) })),
  shape(MONTH_END, () => ({ by: 'month-end' })),
  ...NEAR_DAYS.map(([days, words]) => shape(words, () => ({ by: 'days-ahead', days }))),
  ...UNITS.map(([unit, words]) =>
    shape(`(?:in|en|om) (\\d{1,2}|${SMALL.map(([, small]) => small).join('|')}) (?:${words})`, ([count]) => ({
      by: 'days-ahead',
      days: unit * countOf(count),
    })),
  ),
  ...WEEKDAYS.map((names, weekday) =>
    shape(
      `(?:next |this |coming |proximo |este |nachsten |kommenden |diesen |nasta |neste )?(?:${names})\\.?`,
      () => ({
        by: 'weekday',
        weekday,
      }),
    ),
  ),
];

/** Reads the day that is written at `at` of a folded line, and where it ends; undefined where none is. */
export function readWrittenDay(line: string, at: number): { day: WrittenDay; end: number } | undefined {
  for (const { pattern, reads } of SHAPES) {
    pattern.lastIndex = at;
    const match = pattern.exec(line);
    const day = match && reads(match.slice(1));
    if (day) return { day, end: pattern.lastIndex };
  }
  return undefined;
}

function inMonth(
  month: string | number | undefined,
  day: string | undefined,
  year: string | undefined,
): WrittenDay | undefined {
  const number = Number(month);
  return number >= 1 && number <= 12
    ? { by: 'month', month: number, day: Number(day), ...yearOf(year) }
    : undefined;
}

/** "26" is 2026: nobody promises for another century. */
function yearOf(year: string | undefined): { year?: number } {
  if (year === undefined) return {};
  return { year: year.length === 2 ? 2000 + Number(year) : Number(year) };
}

function monthOf(name: string | undefined): number {
  return 1 + MONTHS.findIndex((names) => new RegExp(`^(?:${names})$`, 'u').test(name ?? ''));
}

function countOf(count: string | undefined): number {
  const known = SMALL.find(([, words]) => new RegExp(`^(?:${words})$`, 'u').test(count ?? ''));
  return known ? known[0] : Number(count);
}

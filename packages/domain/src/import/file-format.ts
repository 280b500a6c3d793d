import type { DecimalSign } from './read-amount.ts';
import { compileDateFormat, readDate } from './read-date.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;

export type Delimiter = (typeof DELIMITERS)[number];

/** What sets the cells apart: what stands most often in the header's line, outside of quotation marks. */
export function guessDelimiter(headerLine: string): Delimiter {
  const bare = headerLine.replace(/"[^"]*"/g, '');
  const counted = DELIMITERS.map((one) => ({ one, times: bare.split(one).length - 1 }));
  return counted.reduce((best, next) => (next.times > best.times ? next : best)).one;
}

/** Ways of writing a date that files really have; of two that fit the same samples the first is proposed. */
const DATE_FORMATS = ['YYYY-MM-DD', 'M/D/YYYY', 'D/M/YYYY', 'D.M.YYYY', 'D-M-YYYY', 'YYYY/M/D', 'YYYYMMDD'];

/**
 * The ways of writing a date by which every sample is a day of the calendar. More than one where the samples do not tell
 * the month from the day: a person has to say which, and sees it named on the first rows.
 */
export function fitDateFormats(samples: readonly string[]): string[] {
  const written = samples.map((one) => one.trim()).filter((one) => one !== '');
  if (written.length === 0) return [];
  return DATE_FORMATS.filter((text) => {
    const format = compileDateFormat(text);
    return format !== undefined && written.every((one) => readDate(one, format).kind === 'read');
  });
}

/** The decimal sign of amounts: the last of the two signs that is followed by one or two digits; a point where none shows it. */
export function guessDecimal(samples: readonly string[]): DecimalSign {
  const ends = samples.map((one) => /([.,])\d{1,2}\D*$/.exec(one.trim())?.[1]);
  const commas = ends.filter((sign) => sign === ',').length;
  return commas > ends.filter((sign) => sign === '.').length ? ',' : '.';
}

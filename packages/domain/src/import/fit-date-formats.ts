import { compileDateFormat, readDate } from './read-date.ts';

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

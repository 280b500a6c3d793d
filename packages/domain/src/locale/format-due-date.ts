import { utcMidnight } from './calendar-day.ts';
import { type Language, localeOf } from './language.ts';

/** `text` "Fri, Nov 27" · `page` "Friday, November 27" · `record` "Nov 27, 2026", for receipts, where the year matters. */
export type DateStyle = 'text' | 'page' | 'record';

/**
 * A calendar date (`YYYY-MM-DD`) in words, with its weekday where somebody has to act on it; never in figures alone, which
 * are read as day and month in one country and as month and day in another. Takes a locale where the country writes
 * otherwise than the language's usual one.
 */
export function formatDueDate(
  isoDate: string,
  language: Language,
  style: DateStyle = 'text',
  countryLocale?: string,
): string {
  const words = formatterFor(countryLocale ?? localeOf(language), style).format(utcMidnight(isoDate));
  // Spanish writes "el mié 30 de dic": a comma would cut the sentence around it in two.
  return language === 'es' && style === 'text' ? words.replace(', ', ' ') : words;
}

const FIELDS: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  text: { weekday: 'short', month: 'short', day: 'numeric' },
  page: { weekday: 'long', month: 'long', day: 'numeric' },
  record: { year: 'numeric', month: 'short', day: 'numeric' },
};

/** Making a formatter costs far more than using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(locale: string, style: DateStyle): Intl.DateTimeFormat {
  const key = `${locale} ${style}`;
  const known = formatters.get(key);
  if (known) return known;
  // The zone is stated, or the server and the browser would write two different days.
  const made = new Intl.DateTimeFormat(locale, { ...FIELDS[style], timeZone: 'UTC' });
  formatters.set(key, made);
  return made;
}

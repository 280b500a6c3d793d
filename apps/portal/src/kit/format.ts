import type { Language } from '@kvitt/domain/locale/language';
import { type Money, money } from '@kvitt/domain/money/money';
import { toDecimal } from '@kvitt/domain/money/to-decimal';

/** How one reader writes money, dates and phones. Built from language and time zone alone, never from the machine. */
export interface Format {
  /** BCP 47 tag. */
  locale: string;
  /** Below nothing with a minus that is one. */
  money(amount: Money): string;
  /** Thousandths of a unit, with as many decimals as there are. */
  quantity(milli: number): string;
  /** A whole number of hundredths. */
  percent(hundredths: number): string;
  /** `YYYY-MM-DD` with its weekday, and with the year where it is not this one. */
  day(date: string): string;
  /** `YYYY-MM-DD` without weekday, for tables. */
  shortDay(date: string): string;
  /** An ISO instant as day and time in the reader's zone. */
  moment(instant: string): string;
  /** "in 6 days", "tomorrow", "today", "yesterday", "6 days ago". */
  daysFromToday(days: number): string;
}

/**
 * Takes the page's language, the reader's IANA zone and today's date there (`YYYY-MM-DD`). The same input gives the
 * same text on the server and in any browser, or taking the page over would find differences.
 */
export function formatFor(language: Language, timeZone: string, today: string): Format {
  const locale = `${language}-${pickRegion(language, timeZone)}`;
  const inUtc = (date: string, options: Intl.DateTimeFormatOptions) =>
    tidy(dateFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`)));
  const isThisYear = (date: string) => date.slice(0, 4) === today.slice(0, 4);
  return {
    locale,
    money: (amount) =>
      tidy(
        keep(
          `money ${locale} ${amount.currency}`,
          () => new Intl.NumberFormat(locale, { style: 'currency', currency: amount.currency }),
        )
          .format(signedDecimal(amount))
          .replace('-', '−'),
      ),
    quantity: (milli) =>
      tidy(
        keep(`quantity ${locale}`, () => new Intl.NumberFormat(locale, { maximumFractionDigits: 3 })).format(
          milli / 1_000,
        ),
      ),
    percent: (hundredths) =>
      tidy(
        keep(`percent ${locale}`, () => new Intl.NumberFormat(locale, { style: 'percent' })).format(
          hundredths / 100,
        ),
      ),
    day: (date) =>
      inUtc(date, {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        ...(isThisYear(date) ? {} : { year: 'numeric' }),
      }),
    shortDay: (date) => inUtc(date, { day: 'numeric', month: 'short', year: 'numeric' }),
    moment: (instant) => formatMoment(locale, timeZone, instant),
    daysFromToday: (days) =>
      tidy(
        keep(`days ${locale}`, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })).format(
          days,
          'day',
        ),
      ),
  };
}

function signedDecimal({ minor, currency }: Money): `${number}` {
  return `${minor < 0 ? '-' : ''}${toDecimal(money(Math.abs(minor), currency))}` as `${number}`;
}

/** Making a format costs a hundred times what using it does, and the server makes every page with the same few. */
const kept = new Map<string, unknown>();

function keep<T>(key: string, make: () => T): T {
  if (!kept.has(key)) kept.set(key, make());
  return kept.get(key) as T;
}

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return keep(`date ${locale} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options));
}

/** American dates and money for readers in American zones, European ones elsewhere. */
function pickRegion(language: Language, timeZone: string): string {
  if (language === 'sv') return 'SE';
  if (language === 'nb') return 'NO';
  if (language === 'de') return 'DE';
  if (/^(America|US|Pacific)\//.test(timeZone)) return 'US';
  return language === 'es' ? 'ES' : 'GB';
}

/** Day and time apart, since what joins them in one format differs between versions of the locale data. */
function formatMoment(locale: string, timeZone: string, instant: string): string {
  const at = new Date(instant);
  const day = dateFormat(locale, {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(at);
  const time = dateFormat(locale, { timeZone, hour: 'numeric', minute: '2-digit' }).format(at);
  return `${day}, ${time}`.replaceAll(/[\u202f\u00a0]/g, ' ');
}

/**
 * Which no-break space stands where differs between Node and browsers, and between versions of the locale data; the
 * server's text must be the browser's, so all are the ordinary one here, and a plain space before AM and PM.
 */
function tidy(text: string): string {
  return text.replaceAll('\u202f', '\u00a0');
}

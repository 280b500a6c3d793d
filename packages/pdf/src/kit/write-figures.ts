import { formatDueDate } from '@kvitt/domain/locale/format-due-date';
import { formatMoney } from '@kvitt/domain/locale/format-money';
import { type Language, localeOf } from '@kvitt/domain/locale/language';
import { type Currency, money } from '@kvitt/domain/money/money';

/** Figures as people of a language write them. */
export interface Figures {
  amount(minor: number): string;
  day(isoDate: string): string;
  /** Thousandths. */
  quantity(milli: number): string;
  /** Thousandths of a minor unit; with as many decimals as it has, two at least. */
  price(milli: number): string;
  /** Thousandths of a percent. */
  rate(milli: number): string;
  instant(at: Date, timeZone: string): string;
}

export function figuresOf(language: Language, currency: Currency): Figures {
  const locale = localeOf(language);
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  const price = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: 2,
    maximumFractionDigits: 5,
  });
  const rate = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 3 });
  return {
    // A true minus: a hyphen is narrower than a figure, and easily overlooked before one.
    amount: (minor) => formatMoney(money(minor, currency), language).replace('-', '\u2212'),
    day: (isoDate) => formatDueDate(isoDate, language, 'record'),
    quantity: (milli) => plain.format(milli / 1_000),
    price: (milli) => price.format(milli / 100_000),
    rate: (milli) => rate.format(milli / 100_000),
    instant: (at, timeZone) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at),
  };
}

/** Dollars are paid on letter paper, all else on A4. */
export function paperOf(currency: Currency): 'LETTER' | 'A4' {
  return currency === 'USD' ? 'LETTER' : 'A4';
}

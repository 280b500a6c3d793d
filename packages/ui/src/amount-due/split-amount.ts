import type { Money } from '@kvitt/domain/money/money';
import { toDecimal } from '@kvitt/domain/money/to-decimal';

export interface SplitAmount {
  /** The whole amount as the locale writes it, for reading aloud and for copying. */
  text: string;
  before: string;
  /** The minor digits; with `isRaised` shown smaller and raised, and the point before them left out. */
  minor: string;
  after: string;
  isRaised: boolean;
}

/** Price tags of the United States raise the cents; elsewhere that would read as a footnote. */
const RAISING_LOCALES = ['en-US', 'es-US'];

/** Making one costs fifty times as much as using it, and the server writes an amount on every page. */
const FORMATS = new Map<string, Intl.NumberFormat>();

/** Takes a non-negative amount apart so that its minor digits can be set apart. `locale` is a BCP 47 tag. */
export function splitAmount(amount: Money, locale: string): SplitAmount {
  // A decimal string keeps every digit; a division by a hundred would not.
  const parts = formatFor(locale, amount.currency).formatToParts(toDecimal(amount) as `${number}`);
  const at = parts.findIndex((part) => part.type === 'fraction');
  const isRaised = amount.currency === 'USD' && RAISING_LOCALES.includes(locale);
  const join = (some: Intl.NumberFormatPart[]) =>
    some
      .map((part) => part.value)
      .join('')
      .replaceAll('\u202f', '\u00a0');
  return {
    text: join(parts),
    before: join(parts.slice(0, isRaised ? at - 1 : at)),
    minor: join(parts.slice(at, at + 1)),
    after: join(parts.slice(at + 1)),
    isRaised,
  };
}

function formatFor(locale: string, currency: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const made = FORMATS.get(key) ?? new Intl.NumberFormat(locale, { style: 'currency', currency });
  FORMATS.set(key, made);
  return made;
}

import type { Money } from '../money/money.ts';
import { toDecimal } from '../money/to-decimal.ts';
import { type Language, localeOf } from './language.ts';

/**
 * An amount as people of a language write it: "$84.20", "84,20 €", "499,00 kr". Takes a locale where the country writes
 * otherwise than the language's usual one ("en-GB"). Gives what `Intl` gives, no-break spaces and true minus signs
 * included: right for a page, and `normaliseText` makes a text of it.
 */
export function formatMoney(amount: Money, language: Language, countryLocale?: string): string {
  // The decimal goes in as a string, so no amount passes through floating point.
  const decimal = toDecimal({ ...amount, minor: Math.abs(amount.minor) });
  const signed = amount.minor < 0 ? (`-${decimal}` as `${number}`) : (decimal as `${number}`);
  return formatterFor(countryLocale ?? localeOf(language), amount.currency).format(signed);
}

/** Making a formatter costs far more than using it. */
const formatters = new Map<string, Intl.NumberFormat>();

function formatterFor(locale: string, currency: Money['currency']): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, { style: 'currency', currency });
  formatters.set(key, made);
  return made;
}

import { CURRENCIES, type Currency } from '../money/money.ts';
import { misread, type Reading, read } from './reading.ts';

export type DecimalSign = '.' | ',';

/** A bill above a hundred million is a slipped decimal sign far more often than a bill. */
const LARGEST_MINOR = 10_000_000_000;

/**
 * Reads what a bill comes to, in minor units. The decimal sign is the map's, never guessed: 1.500 is fifteen hundred in
 * Oslo and one and a half in Boston. Thousands may be set apart, every one of them, by the other sign, an apostrophe or
 * a space; the currency's own sign or code may stand at either end.
 */
export function readAmount(text: string, decimal: DecimalSign, currency: Currency): Reading<number> {
  const example = decimal === '.' ? '1234.50' : '1234,50';
  const match = PATTERNS[decimal].exec(withoutCurrency(text, currency));
  if (!match) return misread('NOT_AN_AMOUNT', example);
  const { before = '', whole = '', decimals = '', after = '' } = match.groups ?? {};
  if (decimals.length > 2) return misread('TOO_MANY_DECIMALS', example);
  const minor = Number(`${whole.replace(/\D/g, '')}${decimals.padEnd(2, '0')}`);
  if (minor === 0 || before !== '' || after !== '') return misread('NOT_POSITIVE');
  if (minor > LARGEST_MINOR) return misread('AMOUNT_TOO_LARGE', '100000000');
  return read(minor);
}

/**
 * Reads a price for one: as an amount, with up to five decimals, and it may be nothing, or below it.
 * @returns thousandths of a minor unit
 */
export function readUnitPrice(text: string, decimal: DecimalSign, currency: Currency): Reading<number> {
  const example = decimal === '.' ? '0.1234' : '0,1234';
  const match = PATTERNS[decimal].exec(withoutCurrency(text, currency));
  if (!match) return misread('NOT_AN_AMOUNT', example);
  const { before = '', whole = '', decimals = '', after = '' } = match.groups ?? {};
  if (decimals.length > 5) return misread('TOO_MANY_DIGITS', '5');
  const milli = Number(`${whole.replace(/\D/g, '')}${decimals.padEnd(5, '0')}`);
  if (milli > LARGEST_MINOR * 1_000) return misread('AMOUNT_TOO_LARGE', '100000000');
  return read(before === '' && after === '' ? milli : -milli);
}

/**
 * Reads how many, or how much in percent: a number not below nothing with up to three decimals.
 * @returns thousandths
 */
export function readThousandths(text: string, decimal: DecimalSign, most: number): Reading<number> {
  const [whole = '', decimals = '', ...more] = text.replace(/ ?%$/, '').split(decimal);
  const isNumber = more.length === 0 && /^\d{1,9}$/.test(whole) && /^\d*$/.test(decimals);
  if (!isNumber) return misread('NOT_A_NUMBER', decimal === '.' ? '1.5' : '1,5');
  if (decimals.length > 3) return misread('TOO_MANY_DIGITS', '3');
  const milli = Number(`${whole}${decimals.padEnd(3, '0')}`);
  return milli > most * 1_000 ? misread('NUMBER_TOO_LARGE', String(most)) : read(milli);
}

/** A minus, in front or behind, or the bookkeeper's parentheses: told apart from what is no amount at all. */
const pattern = (groups: string, point: string) =>
  new RegExp(
    `^(?<before>[-−(]?) ?(?<whole>\\d{1,3}(?:(?<group>${groups})\\d{3})(?:\\k<group>\\d{3})*|\\d+)(?:${point}(?<decimals>\\d+))?(?<after>[-−)]?)$`,
  );

const PATTERNS: Record<DecimalSign, RegExp> = {
  '.': pattern(`[,'’ \\u00a0\\u202f]`, '\\.'),
  ',': pattern(`[.'’ \\u00a0\\u202f]`, ','),
};

const SIGNS: Record<Currency, readonly string[]> = {
  USD: ['US$', '$'],
  EUR: ['€'],
  GBP: ['£'],
  SEK: ['kr'],
  NOK: ['kr'],
  DKK: ['kr.', 'kr'],
};

function withoutCurrency(text: string, currency: Currency): string {
  for (const sign of [currency, ...SIGNS[currency]]) {
    if (text.startsWith(sign)) return text.slice(sign.length).trim();
    if (text.endsWith(sign)) return text.slice(0, -sign.length).trim();
    if (text.startsWith(`-${sign}`)) return `-${text.slice(sign.length + 1).trim()}`;
  }
  return text;
}

export function readCurrency(text: string): Reading<Currency> {
  const currency = CURRENCIES.find((each) => each === text.toUpperCase());
  return currency ? read(currency) : misread('CURRENCY_UNKNOWN', CURRENCIES.join(', '));
}

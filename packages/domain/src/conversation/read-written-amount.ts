import type { Currency } from '../money/money.ts';
import type { WrittenAmount } from './intent.ts';

/** A currency as people write it, before or behind the figure. */
export const CURRENCY_SIGN =
  '(?:us\\$|\\$|€|£|kr(?:onor|oner)?\\.?|:-|usd|eur|sek|nok|dkk|gbp|dollars?|bucks|euros?|dolares|pounds?)';

/** A figure with its thousands and decimals in any of the countries' ways. */
export const FIGURE = "\\d{1,9}(?:[.,' ]\\d{3})*(?:[.,]\\d{1,2})?";

/** The amount of a figure and of the sign at either side of it. */
export function readWrittenAmount(figure: string, sign: string | undefined): WrittenAmount {
  const currencies = sign === undefined ? undefined : MEANT.find(([pattern]) => pattern.test(sign))?.[1];
  return { words: figure, minor: readMinor(figure), ...(currencies && { currencies }) };
}

const MEANT: readonly [RegExp, readonly Currency[]][] = [
  [/\$|usd|dol|buck/, ['USD']],
  [/€|eur/, ['EUR']],
  [/£|gbp|pound/, ['GBP']],
  [/sek|:-/, ['SEK']],
  [/nok/, ['NOK']],
  [/dkk/, ['DKK']],
  [/kr/, ['SEK', 'NOK', 'DKK']],
];

/** Minor units of "1,234.50", "1.234,50" or "50"; undefined where it is no number that can be counted with. */
function readMinor(figure: string): number | undefined {
  const [, whole = '', cents = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(figure) ?? [];
  const digits = whole.replace(/[.,' ]/g, '');
  const minor = Number(digits) * 100 + Number(cents.padEnd(2, '0'));
  return Number.isSafeInteger(minor) ? minor : undefined;
}

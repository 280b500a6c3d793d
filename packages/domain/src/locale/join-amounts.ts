import { type Money, money } from '../money/money.ts';
import { formatMoney } from './format-money.ts';
import { type Language, localeOf } from './language.ts';

/** Sums amounts up by currency, as people of a language write it: "$84.20", "$20.00 and €30.00". In the order they come in. */
export function joinAmounts(amounts: readonly Money[], language: Language): string {
  const sums = new Map<Money['currency'], number>();
  for (const { minor, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + minor);
  const words = [...sums].map(([currency, minor]) => formatMoney(money(minor, currency), language));
  return new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(words);
}

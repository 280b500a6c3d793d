import type { Language } from '../locale/language.ts';
import { type Currency, money } from '../money/money.ts';
import { sayFeeBeside } from '../payment/say-with-fee.ts';
import type { Movement, Statement } from './statement.ts';
import { STATEMENT_WORDS } from './statement-words.ts';

/**
 * A statement of account: every movement in words, with what is owed after it. It adds up: the opening balance and the
 * movements are the closing balance. A fee for the card is named beside its payment, and moves nothing: it was never owed.
 * @param of.openingMinor what was owed before the first day
 * @param of.movements in the order in which they happened
 */
export function makeStatement(of: {
  currency: Currency;
  from: string;
  to: string;
  openingMinor: number;
  movements: readonly Movement[];
  language: Language;
}): Statement {
  const { currency, from, to, openingMinor, movements, language } = of;
  let balanceMinor = openingMinor;
  const rows = movements.map(({ day, cause, minor, bills, cardFeeMinor = 0 }) => {
    balanceMinor += minor;
    const fee = cardFeeMinor > 0 ? sayFeeBeside(money(cardFeeMinor, currency), language) : '';
    return { day, words: say(STATEMENT_WORDS[language][cause], bills) + fee, minor, balanceMinor };
  });
  return { currency, from, to, openingMinor, rows, closingMinor: balanceMinor };
}

/** A part in square brackets is left out where there is no bill to name. */
function say(words: string, bills: readonly string[]): string {
  const named = bills.length === 0 ? words.replace(/\[[^\]]*\]/g, '') : words.replace(/[[\]]/g, '');
  return named.replace('{bill}', bills.join(', '));
}

import type { Language } from '../locale/language.ts';
import type { Currency } from '../money/money.ts';
import type { Movement, Statement } from './statement.ts';
import { STATEMENT_WORDS } from './statement-words.ts';

/**
 * A statement of account: every movement in words, with what is owed after it. It adds up: the opening balance and the
 * movements are the closing balance.
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
  const rows = movements.map(({ day, cause, minor, bills }) => {
    balanceMinor += minor;
    return { day, words: say(STATEMENT_WORDS[language][cause], bills), minor, balanceMinor };
  });
  return { currency, from, to, openingMinor, rows, closingMinor: balanceMinor };
}

/** A part in square brackets is left out where there is no bill to name. */
function say(words: string, bills: readonly string[]): string {
  const named = bills.length === 0 ? words.replace(/\[[^\]]*\]/g, '') : words.replace(/[[\]]/g, '');
  return named.replace('{bill}', bills.join(', '));
}

import type { ProblemCode } from './problem.ts';
import { PROBLEMS_ES } from './say-problem-es.ts';

/**
 * The sentence for the person who mends the file. `expected` is the data that came with the problem: a format, a limit,
 * a line, what is stored already.
 */
export function sayProblem(code: ProblemCode, expected: string, language: 'en' | 'es' = 'en'): string {
  return (language === 'es' ? PROBLEMS_ES : SENTENCES)[code].replace('{}', () => expected);
}

const SENTENCES: Record<ProblemCode, string> = {
  EMPTY: 'is empty; a value is needed here',
  TOO_LONG: 'is too long; at most {} characters',
  NOT_A_DATE: 'is not a date written as {}',
  NO_SUCH_DAY: 'is not a day of the calendar; expected one written as {}',
  DATE_OUT_OF_RANGE: 'is too far off; expected a day {}',
  NOT_AN_AMOUNT: 'is not an amount; expected one such as {}',
  TOO_MANY_DECIMALS: 'has more than two decimals; expected an amount such as {}',
  NOT_POSITIVE: 'is not above zero; what is taken back is a credit note, not a bill',
  AMOUNT_TOO_LARGE: 'is above {}; is the decimal sign of the map right?',
  CURRENCY_UNKNOWN: 'is not a currency that can be billed in; expected one of {}',
  NOT_A_NUMBER: 'is not a number that is not below nothing; expected one such as {}',
  NUMBER_TOO_LARGE: 'is above {}',
  TOO_MANY_DIGITS: 'has more decimals than {}',
  NOT_A_PHONE: 'is not a phone number; expected one such as {}',
  LANGUAGE_UNKNOWN: 'is not a language that texts are written in; expected one of {}',
  TIME_ZONE_UNKNOWN: 'is not a time zone; expected a name such as {}',
  NOT_YES_OR_NO: 'says neither; expected {}',
  DUE_BEFORE_ISSUED: 'is before the bill was issued, which was on {}',
  SETTLED_IN_FUTURE: 'has not come yet; today is {}',
  CELL_COUNT: 'is the number of cells in this row; expected {}, as in the header',
  NOT_UTF8: 'has bytes that are not UTF-8; save the file as "CSV UTF-8"',
  NUL_CHARACTER: 'has a NUL character, which no text has',
  BROKEN_QUOTES: 'has a quotation mark in the wrong place; inside a quoted cell it is written twice',
  REPEATED_IN_FILE: 'stands on line {} already',
  LINES_DISAGREE: 'differs from the first line of the same bill, which has {}',
  LINES_ADD_UP_OTHERWISE: "is not what the bill's lines come to with their tax, which is {}",
  LINES_DIFFER:
    'is a line that the bill of this number does not have so; a bill never changes once it is issued',
  ACCOUNT_UNKNOWN: 'is not the number of an account; import its customer first',
  ACCOUNT_OF_ANOTHER: 'is the number of an account of customer {}',
  BILL_DIFFERS: 'differs from the bill of this number, which has {}; a bill never changes once it is issued',
  BILL_PARTLY_PAID: 'says settled, but part of this bill was paid here: {} is still due; settle it by hand',
  PAYMENT_UNDER_WAY: 'says settled, but a payment of this bill is under way here; import it again afterwards',
  FILE_EMPTY: 'has no header line; is it the right file?',
  NOT_A_TEXT_FILE: 'is {}; save the file as "CSV UTF-8"',
  COLUMN_MISSING: 'is not a column of this file; it has {}',
  COLUMN_TWICE: 'is the name of two columns; which of them is meant?',
};

/**
 * What can be wrong in a file that is imported. About one cell: `EMPTY` … `SETTLED_IN_FUTURE`. About a line: `CELL_COUNT`
 * … `BROKEN_QUOTES`. About what stands elsewhere in the file or in the database: `REPEATED_IN_FILE` … About the file as
 * a whole: `COLUMN_MISSING` …, always on line 1.
 */
export type ProblemCode =
  | 'EMPTY'
  | 'TOO_LONG'
  | 'NOT_A_DATE'
  | 'NO_SUCH_DAY'
  | 'DATE_OUT_OF_RANGE'
  | 'NOT_AN_AMOUNT'
  | 'TOO_MANY_DECIMALS'
  | 'NOT_POSITIVE'
  | 'AMOUNT_TOO_LARGE'
  | 'CURRENCY_UNKNOWN'
  | 'NOT_A_NUMBER'
  | 'NUMBER_TOO_LARGE'
  | 'TOO_MANY_DIGITS'
  | 'NOT_A_PHONE'
  | 'LANGUAGE_UNKNOWN'
  | 'TIME_ZONE_UNKNOWN'
  | 'NOT_YES_OR_NO'
  | 'DUE_BEFORE_ISSUED'
  | 'SETTLED_IN_FUTURE'
  | 'CELL_COUNT'
  | 'NOT_UTF8'
  | 'NUL_CHARACTER'
  | 'BROKEN_QUOTES'
  | 'REPEATED_IN_FILE'
  | 'LINES_DISAGREE'
  | 'LINES_ADD_UP_OTHERWISE'
  | 'LINES_DIFFER'
  | 'ACCOUNT_UNKNOWN'
  | 'ACCOUNT_OF_ANOTHER'
  | 'BILL_DIFFERS'
  | 'BILL_PARTLY_PAID'
  | 'PAYMENT_UNDER_WAY'
  | 'FILE_EMPTY'
  | 'NOT_A_TEXT_FILE'
  | 'COLUMN_MISSING'
  | 'COLUMN_TWICE';

/** A misread cell with its place in the row: `field` is ours, the file's own column is known to the map. */
export interface CellProblem {
  field: string;
  value: string;
  code: ProblemCode;
  expected: string;
}

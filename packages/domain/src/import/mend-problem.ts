import type { ProblemCode } from './problem.ts';

/** What to do about a problem: for the cells of one kind the same, so there are few of them. */
type Mending =
  | 'cell'
  | 'fill'
  | 'row'
  | 'save'
  | 'quotes'
  | 'once'
  | 'credit'
  | 'customer'
  | 'hand'
  | 'later'
  | 'map';

/** Says in one sentence what somebody does who mends the file, or the way it is read. */
export function mendProblem(code: ProblemCode, language: 'en' | 'es'): string {
  return SENTENCES[language][MENDINGS[code]];
}

const MENDINGS: Record<ProblemCode, Mending> = {
  EMPTY: 'fill',
  TOO_LONG: 'cell',
  NOT_A_DATE: 'map',
  NO_SUCH_DAY: 'map',
  DATE_OUT_OF_RANGE: 'cell',
  NOT_AN_AMOUNT: 'map',
  TOO_MANY_DECIMALS: 'map',
  NOT_POSITIVE: 'credit',
  AMOUNT_TOO_LARGE: 'map',
  CURRENCY_UNKNOWN: 'cell',
  NOT_A_NUMBER: 'map',
  NUMBER_TOO_LARGE: 'cell',
  TOO_MANY_DIGITS: 'cell',
  NOT_A_PHONE: 'cell',
  LANGUAGE_UNKNOWN: 'cell',
  TIME_ZONE_UNKNOWN: 'cell',
  NOT_YES_OR_NO: 'cell',
  DUE_BEFORE_ISSUED: 'map',
  SETTLED_IN_FUTURE: 'cell',
  CELL_COUNT: 'row',
  NOT_UTF8: 'save',
  NUL_CHARACTER: 'save',
  BROKEN_QUOTES: 'quotes',
  REPEATED_IN_FILE: 'once',
  LINES_DISAGREE: 'cell',
  LINES_ADD_UP_OTHERWISE: 'cell',
  LINES_DIFFER: 'credit',
  ACCOUNT_UNKNOWN: 'customer',
  ACCOUNT_OF_ANOTHER: 'cell',
  BILL_DIFFERS: 'credit',
  BILL_PARTLY_PAID: 'hand',
  PAYMENT_UNDER_WAY: 'later',
  FILE_EMPTY: 'save',
  NOT_A_TEXT_FILE: 'save',
  COLUMN_MISSING: 'map',
  COLUMN_TWICE: 'row',
};

const SENTENCES: Record<'en' | 'es', Record<Mending, string>> = {
  en: {
    cell: 'Correct the cell.',
    fill: 'Fill the cell in, or take the row out.',
    row: 'Correct the row: a comma, a name or a line break too many or too few.',
    save: 'Save the file again as "CSV UTF-8".',
    quotes: 'Write the quotation mark twice, or take it out.',
    once: 'Leave it in one of the two rows.',
    credit: 'Take the row out; use a credit note, or give it a number of its own.',
    customer: 'Import the customer first, or correct the number.',
    hand: 'Take the row out and settle the bill on the customer’s screen.',
    later: 'Import the file again once the payment is through.',
    map: 'Correct the cell, or say how it is written.',
  },
  es: {
    cell: 'Corrija la celda.',
    fill: 'Rellene la celda o quite la fila.',
    row: 'Corrija la fila: sobra o falta una coma, un nombre o un salto de línea.',
    save: 'Guarde el archivo otra vez como «CSV UTF-8».',
    quotes: 'Escriba las comillas dos veces o quítelas.',
    once: 'Déjelo en una de las dos filas.',
    credit: 'Quite la fila; use un abono o dele un número propio.',
    customer: 'Importe antes al cliente o corrija el número.',
    hand: 'Quite la fila y liquide la factura en la pantalla del cliente.',
    later: 'Importe el archivo otra vez cuando el pago haya terminado.',
    map: 'Corrija la celda o indique cómo está escrita.',
  },
};

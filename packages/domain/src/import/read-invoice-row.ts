import type { PricedItem } from '../invoice/price-lines.ts';
import type { Currency } from '../money/money.ts';
import type { CellProblem } from './problem.ts';
import { type DecimalSign, readAmount, readCurrency, readThousandths, readUnitPrice } from './read-amount.ts';
import { type DateFormat, readDate } from './read-date.ts';
import { readText } from './read-text.ts';
import { makeRowReader, type RowReader } from './row-reader.ts';

/** What a file can say about a bill. */
export const INVOICE_FIELDS = [
  'number',
  'account',
  'issuedOn',
  'dueOn',
  'amount',
  'currency',
  'description',
  'settledOn',
  'lineText',
  'lineQuantity',
  'linePrice',
  'lineTaxRate',
] as const;

export type InvoiceField = (typeof INVOICE_FIELDS)[number];

/** What makes a row a line of its bill: rows of the same number are then one bill. */
export const LINE_FIELDS = [
  'lineText',
  'lineQuantity',
  'linePrice',
  'lineTaxRate',
] as const satisfies readonly InvoiceField[];

export const INVOICE_REQUIRED: readonly InvoiceField[] = ['number', 'account', 'issuedOn', 'dueOn', 'amount'];

export interface InvoiceRules {
  dateFormat: DateFormat;
  decimal: DecimalSign;
  /** Where the row names none. */
  currency: Currency;
  /** `YYYY-MM-DD` where the biller is. */
  today: string;
  /** Whether every row is a line of its bill. */
  hasLines?: boolean;
}

/** A bill as one row says it; undefined is what could not be read, or what the row says nothing about. */
export interface InvoiceRow {
  number: string | undefined;
  /** The number of the account that it is issued to. */
  account: string | undefined;
  issuedOn: string | undefined;
  dueOn: string | undefined;
  totalMinor: number | undefined;
  currency: Currency;
  description: string | undefined;
  /** When it was paid past Kvitt. */
  settledOn: string | undefined;
  /** The bill's line that stands in this row; undefined in a file without lines, or where it could not be read. */
  line?: PricedItem;
}

/** A million kilowatt-hours is a large bill; more is a slipped decimal sign. */
const MOST_OF_ONE_THING = 10_000_000;

/** Reads one row of a file of bills: what it says, as far as that can be read, and everything that is wrong. */
export function readInvoiceRow(
  cells: Partial<Record<InvoiceField, string>>,
  rules: InvoiceRules,
): { row: InvoiceRow; problems: CellProblem[] } {
  const reader = makeRowReader(cells);
  const date = (cell: string) => readDate(cell, rules.dateFormat);
  const currency = reader.optional('currency', readCurrency) ?? rules.currency;
  const row: InvoiceRow = {
    number: reader.required('number', (cell) => readText(cell, 64)),
    account: reader.required('account', (cell) => readText(cell, 64)),
    issuedOn: reader.required('issuedOn', date),
    dueOn: reader.required('dueOn', date),
    totalMinor: reader.required('amount', (cell) => readAmount(cell, rules.decimal, currency)),
    currency,
    description: reader.required('description', (cell) => readText(cell, 200)),
    settledOn: reader.optional('settledOn', date),
  };
  if (row.issuedOn !== undefined && row.dueOn !== undefined && row.dueOn < row.issuedOn) {
    reader.object('dueOn', 'DUE_BEFORE_ISSUED', row.issuedOn);
  }
  if (row.settledOn !== undefined && row.settledOn > rules.today) {
    reader.object('settledOn', 'SETTLED_IN_FUTURE', rules.today);
  }
  const line = rules.hasLines ? readLine(reader, rules.decimal, currency) : undefined;
  return { row: line ? { ...row, line } : row, problems: reader.problems };
}

/** One is meant where no quantity is named, and no tax where no rate is. */
function readLine(
  reader: RowReader<InvoiceField>,
  decimal: DecimalSign,
  currency: Currency,
): PricedItem | undefined {
  const description = reader.required('lineText', (cell) => readText(cell, 200));
  const unitMilli = reader.required('linePrice', (cell) => readUnitPrice(cell, decimal, currency));
  const quantityMilli = reader.optional('lineQuantity', (cell) =>
    readThousandths(cell, decimal, MOST_OF_ONE_THING),
  );
  if (quantityMilli === 0) reader.object('lineQuantity', 'NOT_POSITIVE', '');
  const taxRateMilli = reader.optional('lineTaxRate', (cell) => readThousandths(cell, decimal, 100));
  if (description === undefined || unitMilli === undefined) return undefined;
  return { description, unitMilli, quantityMilli: quantityMilli ?? 1_000, taxRateMilli: taxRateMilli ?? 0 };
}

import type { DecimalSign } from '@kvitt/domain/import/read-amount';
import { compileDateFormat, type DateFormat } from '@kvitt/domain/import/read-date';
import { INVOICE_REQUIRED, type InvoiceField, LINE_FIELDS } from '@kvitt/domain/import/read-invoice-row';
import { CURRENCIES, type Currency } from '@kvitt/domain/money/money';
import { z } from 'zod';
import { type MapReading, toMapErrors } from './map-error.ts';
import { columnName, dateFormat, delimiter } from './map-parts.ts';

/** How a file of bills is to be read. */
export interface InvoiceMap {
  /** The file's column for each field; null where the field is not taken from the file. */
  columns: Record<InvoiceField, string | null>;
  required: readonly InvoiceField[];
  /** What a bill is for, with columns of the file in braces; used where no column says it. */
  description: string;
  dateFormat: DateFormat;
  decimal: DecimalSign;
  /** Where the row names none; undefined for the biller's own. */
  currency: Currency | undefined;
  delimiter: string;
  /** Whether every row is a line, and rows of one number are one bill. */
  hasLines: boolean;
}

/** Reads a map that an operator wrote. There is none that goes without saying: every billing system has its own. */
export function readInvoiceMap(input: unknown): MapReading<InvoiceMap> {
  const result = SHAPE.safeParse(input);
  if (!result.success) return { kind: 'refused', errors: toMapErrors(result.error) };
  const { columns, description, currency, ...rest } = result.data;
  if (columns.description !== undefined && description !== undefined) {
    const message = 'says a second time what /columns/description says; only one of them can be meant';
    return { kind: 'refused', errors: [{ pointer: '/description', message }] };
  }
  const named = Object.keys(columns) as InvoiceField[];
  const hasLines = LINE_FIELDS.some((field) => columns[field] !== undefined);
  if (hasLines && (columns.lineText === undefined || columns.linePrice === undefined)) {
    const pointer = columns.lineText === undefined ? '/columns/lineText' : '/columns/linePrice';
    const message = 'is missing; a line has a text and a price at least';
    return { kind: 'refused', errors: [{ pointer, message }] };
  }
  return {
    kind: 'map',
    map: {
      ...rest,
      columns: { ...NOT_NAMED, ...columns },
      hasLines,
      required: [...new Set([...INVOICE_REQUIRED, ...named])],
      description: description ?? `Invoice {${columns.number}}`,
      currency,
    },
  };
}

/** What a file need not say. */
const NOT_NAMED = {
  currency: null,
  description: null,
  settledOn: null,
  lineText: null,
  lineQuantity: null,
  linePrice: null,
  lineTaxRate: null,
};

const ISO = compileDateFormat('YYYY-MM-DD') as DateFormat;

const needed = z
  .string('is missing; the name of a column is needed')
  .min(1, 'is empty; the name of a column is needed');

const SHAPE = z.strictObject({
  columns: z.strictObject(
    {
      number: needed,
      account: needed,
      issuedOn: needed,
      dueOn: needed,
      amount: needed,
      currency: columnName.exactOptional(),
      description: columnName.exactOptional(),
      settledOn: columnName.exactOptional(),
      lineText: columnName.exactOptional(),
      lineQuantity: columnName.exactOptional(),
      linePrice: columnName.exactOptional(),
      lineTaxRate: columnName.exactOptional(),
    },
    'is missing; it says which column of the file is what',
  ),
  description: z.string().min(1, 'is empty').exactOptional(),
  dateFormat: dateFormat.default(ISO),
  decimal: z.enum(['.', ','], { message: 'is not a decimal sign; expected a point or a comma' }).default('.'),
  currency: z.enum(CURRENCIES, { message: `expected one of ${CURRENCIES.join(', ')}` }).exactOptional(),
  delimiter: delimiter.default(','),
});

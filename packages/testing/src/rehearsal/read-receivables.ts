import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { RehearsedBill, RehearsedCustomer } from './rehearse-year.ts';

/** A file of the data that is not there, or says something else than it should. */
export class UnreadableData extends Error {}

const CUSTOMER_COLUMNS = [
  'customerID',
  'firstName',
  'phone',
  'postalCode',
  'state',
  'timeZone',
  'language',
] as const;

const BILL_COLUMNS = [
  'invoiceNumber',
  'customerID',
  'InvoiceDate',
  'DueDate',
  'SettledDate',
  'InvoiceAmount',
] as const;

/**
 * Reads the customers and the bills of a folder: `customers.csv` and `invoices.csv`, of which no cell has a quote or a comma
 * within. Dates are written `1/2/2013`, the second of January; amounts with a point. Throws an `UnreadableData` that names
 * file, line and column.
 */
export function readReceivables(folder: string): {
  customers: RehearsedCustomer[];
  bills: RehearsedBill[];
} {
  const customers = readTable(folder, 'customers.csv', CUSTOMER_COLUMNS).map(({ cells }) => ({
    number: cells.customerID,
    firstName: cells.firstName,
    phone: cells.phone,
    postalCode: cells.postalCode,
    region: cells.state,
    timeZone: cells.timeZone,
    language: (cells.language || 'en') as RehearsedCustomer['language'],
  }));
  const bills = readTable(folder, 'invoices.csv', BILL_COLUMNS).map(({ cells, place }) => ({
    number: cells.invoiceNumber,
    customer: cells.customerID,
    issuedOn: isoDay(cells.InvoiceDate, `${place}, InvoiceDate`),
    dueOn: isoDay(cells.DueDate, `${place}, DueDate`),
    settledOn: isoDay(cells.SettledDate, `${place}, SettledDate`),
    totalMinor: minorOf(cells.InvoiceAmount, `${place}, InvoiceAmount`),
  }));
  return { customers, bills };
}

function readTable<C extends string>(
  folder: string,
  file: string,
  columns: readonly C[],
): { cells: Record<C, string>; place: string }[] {
  const name = path.join(folder, file);
  const [head = '', ...lines] = readText(name)
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  const names = head.split(',');
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0) throw new UnreadableData(`${name} has no column ${missing.join(', ')}.`);
  return lines.map((line, at) => {
    const written = line.split(',');
    const cells = Object.fromEntries(
      columns.map((column) => [column, written[names.indexOf(column)] ?? '']),
    ) as Record<C, string>;
    return { cells, place: `${name}, line ${at + 2}` };
  });
}

function readText(name: string): string {
  try {
    return readFileSync(name, 'utf8');
  } catch {
    throw new UnreadableData(`There is no file ${name} that can be read.`);
  }
}

function isoDay(written: string, place: string): string {
  const [, month = '', day = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(written) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const isDay = year !== '' && isReal(iso);
  if (!isDay) throw new UnreadableData(`${place}: "${written}" is no day as 1/31/2013.`);
  return iso;
}

/** The thirtieth of February is read as a day of March, or as none. */
function isReal(iso: string): boolean {
  const at = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(iso);
}

function minorOf(written: string, place: string): number {
  if (!/^\d+(\.\d{1,2})?$/.test(written)) {
    throw new UnreadableData(`${place}: "${written}" is no amount as 84.20.`);
  }
  return Math.round(Number(written) * 100);
}

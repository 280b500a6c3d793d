import { sayProblem } from '@kvitt/domain/import/say-problem';
import { importCustomers } from '@kvitt/flows/customer/import-customers';
import type { ImportReport } from '@kvitt/flows/import/import-kind';
import type { InvoicePlan } from '@kvitt/flows/import/load-invoices';
import type { ImportProblem } from '@kvitt/flows/import/match-columns';
import { readCustomerMap } from '@kvitt/flows/import/read-customer-map';
import { readInvoiceMap } from '@kvitt/flows/import/read-invoice-map';
import { importInvoices } from '@kvitt/flows/invoice/import-invoices';
import type { Ctx } from '@kvitt/flows/kit/context';
import { csvFile } from './csv-file.ts';

/** Imports customers with an account each and nothing else; an account has its customer's number. */
export async function importAccounts(ctx: Ctx, billerId: string, numbers: readonly string[]): Promise<void> {
  const reading = readCustomerMap();
  if (reading.kind === 'refused') throw new Error('no map is a map that is refused');
  await importCustomers(ctx, {
    billerId,
    map: reading.map,
    file: csvFile(['customerID,firstName,lastName', ...numbers.map((number) => `${number},Ada,Lake`)]),
    actor: 'operator:test',
    isDryRun: false,
    isConsent: false,
  });
}

const HEADER = 'No,Account,From,Due,Sum,Paid';

const MAP = {
  columns: {
    number: 'No',
    account: 'Account',
    issuedOn: 'From',
    dueOn: 'Due',
    amount: 'Sum',
    settledOn: 'Paid',
  },
  dateFormat: 'M/D/YYYY',
};

/** Imports bills from lines of `No,Account,From,Due,Sum,Paid`; problems as "line column: cell what is wrong". */
export async function importBills(
  ctx: Ctx,
  billerId: string,
  lines: readonly string[],
  options: { isDryRun?: boolean; confirm?: () => Promise<boolean> } = {},
): Promise<{ report: ImportReport<InvoicePlan>; problems: string[] }> {
  const reading = readInvoiceMap(MAP);
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.errors));
  const problems: ImportProblem[] = [];
  const report = await importInvoices(ctx, {
    billerId,
    map: reading.map,
    file: csvFile([HEADER, ...lines]),
    actor: 'operator:test',
    isDryRun: false,
    onProblems: (page) => void problems.push(...page),
    ...options,
  });
  const said = problems.map(({ line, column, value, code, expected }) =>
    `${line} ${column}: ${value} ${sayProblem(code, expected)}`.replace(/[;,] .*/, ''),
  );
  return { report, problems: said };
}

import type { InvoicePlan } from '@kvitt/flows/import/load-invoices';
import { readInvoiceMap } from '@kvitt/flows/import/read-invoice-map';
import { importInvoices as importFile } from '@kvitt/flows/invoice/import-invoices';
import type { ExitCode } from '../exit-codes.ts';
import { readMapFile } from './read-map-file.ts';
import { type ImportOptions, runImport } from './run-import.ts';

/** `import invoices FILE --map MAP.json`: issues the bills of a file, and settles those that were paid elsewhere. */
export async function importInvoices(file: string, options: ImportOptions): Promise<ExitCode> {
  const map = readMapFile(options.map, readInvoiceMap);
  return runImport<InvoicePlan>(file, options, {
    load: (ctx, biller, order) => importFile(ctx, { ...order, billerId: biller.id, map }),
    say: sayPlan,
  });
}

function sayPlan({ created, createdSettled, unchanged, settled }: InvoicePlan): string {
  const known = settled === 0 ? '' : `, ${settled} of them settled since`;
  return `${created} new (${createdSettled} of them settled elsewhere), ${unchanged} already there${known}`;
}

import { Biller } from '@kvitt/db/biller/biller.entity';
import { type InvoiceField, readInvoiceRow } from '@kvitt/domain/import/read-invoice-row';
import { localDate } from '@kvitt/domain/time/local-date';
import { checkInvoices } from '../import/check-invoices.ts';
import { importFile } from '../import/import-file.ts';
import type { ImportKind, ImportOrder, ImportReport } from '../import/import-kind.ts';
import { type InvoicePlan, loadInvoices, planInvoices } from '../import/load-invoices.ts';
import type { InvoiceMap } from '../import/read-invoice-map.ts';
import type { Ctx } from '../kit/context.ts';

export interface InvoiceImport extends ImportOrder<InvoicePlan> {
  billerId: string;
  map: InvoiceMap;
}

/**
 * Imports a CSV file of bills: new ones are issued and posted, and settled where the file says when; known ones must say
 * what they said before. All of the file or, where anything in it is wrong, nothing. Run again, it finds nothing left to
 * do.
 */
export async function importInvoices(ctx: Ctx, order: InvoiceImport): Promise<ImportReport<InvoicePlan>> {
  const { billerId, map } = order;
  const biller = await ctx.em.fork().findOneOrFail(Biller, { id: billerId });
  const now = ctx.clock.now();
  const currency = map.currency ?? biller.currency;
  const rules = { ...map, currency, today: localDate(now, biller.timeZone) };
  const kind: ImportKind<InvoiceField, InvoicePlan> = {
    columns: map.columns,
    required: map.required,
    delimiter: map.delimiter,
    ...(map.columns.description === null && {
      template: { field: 'description', text: map.description },
    }),
    staging: {
      number: 'text',
      account: 'text',
      description: 'text',
      currency: 'text',
      total_minor: 'bigint',
      issued_on: 'date',
      due_on: 'date',
      settled_on: 'date',
    },
    readRow(cells) {
      const { row, problems } = readInvoiceRow(cells, rules);
      const staged = {
        number: row.number,
        account: row.account,
        description: row.description,
        currency: row.currency,
        total_minor: row.totalMinor,
        issued_on: row.issuedOn,
        due_on: row.dueOn,
        settled_on: row.settledOn,
      };
      return { row: staged, problems };
    },
    check: (tx) => checkInvoices(tx.em, billerId),
    plan: (tx) => planInvoices(tx.em),
    load: (tx) => loadInvoices(tx.em, { billerId, now }),
  };
  return importFile(ctx, billerId, kind, order);
}

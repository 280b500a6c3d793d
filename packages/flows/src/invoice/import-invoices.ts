import { Biller } from '@kvitt/db/biller/biller.entity';
import { loadMoneyRules } from '@kvitt/db/payment/load-money-rules';
import { type InvoiceField, readInvoiceRow } from '@kvitt/domain/import/read-invoice-row';
import { localDate } from '@kvitt/domain/time/local-date';
import { checkInvoices } from '../import/check-invoices.ts';
import { gatherLines } from '../import/gather-lines.ts';
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
  const { hasLines } = map;
  const today = localDate(now, biller.timeZone);
  const rules = { ...map, currency, today };
  const { earlyDiscount } = await loadMoneyRules(ctx.em.fork(), billerId);
  const discount = earlyDiscount ? { ...earlyDiscount, today } : undefined;
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
      line_text: 'text',
      line_quantity: 'bigint',
      line_price: 'bigint',
      line_tax_rate: 'bigint',
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
        line_text: row.line?.description,
        line_quantity: row.line?.quantityMilli,
        line_price: row.line?.unitMilli,
        line_tax_rate: row.line?.taxRateMilli,
      };
      return { row: staged, problems };
    },
    async check(tx) {
      // First, because it leaves one row for each bill: what is checked and loaded after it knows bills only.
      await gatherLines(tx.em, billerId, hasLines);
      await checkInvoices(tx.em, billerId);
    },
    plan: (tx) => planInvoices(tx.em),
    load: (tx) => loadInvoices(tx.em, { billerId, now, hasLines, discount }),
  };
  return importFile(ctx, billerId, kind, order);
}

import { defineEntity, p } from '@mikro-orm/postgresql';

const InvoiceLineSchema = defineEntity({
  name: 'InvoiceLine',
  tableName: 'invoice_line',
  properties: {
    billerId: p.uuid().primary(),
    invoiceId: p.uuid().primary(),
    /** Its place on the bill, from 1. */
    at: p.integer().primary(),

    description: p.text(),
    quantityMilli: p.bigint('number'),
    unitMilli: p.bigint('number'),
    taxRateMilli: p.bigint('number'),
    netMinor: p.bigint('number'),
    taxMinor: p.bigint('number'),
  },
});

/** A line of a bill; as immutable as the bill. A bill that came without lines has none. */
export class InvoiceLine extends InvoiceLineSchema.class {}
InvoiceLineSchema.setClass(InvoiceLine);

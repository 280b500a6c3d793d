import type { HoldReason } from '@kvitt/domain/invoice/hold';
import { defineEntity, p } from '@mikro-orm/postgresql';

const InvoiceHoldSchema = defineEntity({
  name: 'InvoiceHold',
  tableName: 'invoice_hold',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    invoiceId: p.uuid(),
    why: p.text().$type<HoldReason>(),
    note: p.text(),
    madeBy: p.text(),
    since: p.datetime(),
    /** The last day of it; until it is ended by hand where null. */
    endsOn: p.date().nullable(),
    endedAt: p.datetime().nullable(),
    endedBy: p.text().nullable(),
  },
});

/** A bill that rests: who said so, why, and until when. */
export class InvoiceHold extends InvoiceHoldSchema.class {}
InvoiceHoldSchema.setClass(InvoiceHold);

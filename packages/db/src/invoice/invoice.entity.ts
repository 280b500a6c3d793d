import type { Currency } from '@kvitt/domain/money/money';
import { defineEntity, p } from '@mikro-orm/postgresql';

const InvoiceSchema = defineEntity({
  name: 'Invoice',
  tableName: 'invoice',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    accountId: p.uuid(),
    number: p.text(),
    description: p.text(),
    currency: p.text().$type<Currency>(),
    totalMinor: p.bigint('number'),
    issuedOn: p.date(),
    dueOn: p.date(),
    /** When its bill-ready text was queued, or found not to be allowed: it is announced once. */
    announcedAt: p.datetime().nullable(),
    /** The bill whose place it takes. */
    supersedesId: p.uuid().nullable(),
    /** The last day on which it is paid with its early-payment discount; null where it has none. */
    discountUntil: p.date().nullable(),
    createdAt: p.datetime(),
  },
});

/** A bill as issued; what is due on it is the balance of its receivable in the ledger. */
export class Invoice extends InvoiceSchema.class {}
InvoiceSchema.setClass(Invoice);

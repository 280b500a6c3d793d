import { defineEntity, p } from '@mikro-orm/postgresql';

const CreditUseSchema = defineEntity({
  name: 'CreditUse',
  tableName: 'credit_use',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    creditId: p.uuid(),
    invoiceId: p.uuid(),
    amountMinor: p.bigint('number'),
    at: p.datetime(),
    /** When it was taken from the bill again. */
    undoneAt: p.datetime().nullable(),
  },
});

/** So much of a credit went to a bill. */
export class CreditUse extends CreditUseSchema.class {}
CreditUseSchema.setClass(CreditUse);

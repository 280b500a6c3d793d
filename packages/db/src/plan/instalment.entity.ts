import { defineEntity, p } from '@mikro-orm/postgresql';

const InstalmentSchema = defineEntity({
  name: 'Instalment',
  tableName: 'instalment',
  properties: {
    billerId: p.uuid().primary(),
    planId: p.uuid().primary(),
    /** From 1. */
    number: p.integer().primary(),

    dueOn: p.date(),
    amountMinor: p.bigint('number'),
    /** The customer's day on which its reminder was queued, and that text; null where there is none. */
    toldOn: p.date().nullable(),
    toldMessageId: p.uuid().nullable(),
    /** The same of the text that it was missed. */
    missedOn: p.date().nullable(),
    missedMessageId: p.uuid().nullable(),
  },
});

/** One part of a payment plan, as it was agreed on. */
export class Instalment extends InstalmentSchema.class {}
InstalmentSchema.setClass(Instalment);

import { defineEntity, p } from '@mikro-orm/postgresql';

const PromiseBillSchema = defineEntity({
  name: 'PromiseBill',
  tableName: 'promise_bill',
  properties: {
    billerId: p.uuid().primary(),
    promiseId: p.uuid().primary(),
    invoiceId: p.uuid().primary(),
  },
});

/** A bill that a promise is about: one that was open when it was made. */
export class PromiseBill extends PromiseBillSchema.class {}
PromiseBillSchema.setClass(PromiseBill);

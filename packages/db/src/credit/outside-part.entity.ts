import { defineEntity, p } from '@mikro-orm/postgresql';

const OutsidePartSchema = defineEntity({
  name: 'OutsidePart',
  tableName: 'outside_part',
  properties: {
    billerId: p.uuid().primary(),
    receiptId: p.uuid().primary(),
    invoiceId: p.uuid().primary(),

    amountMinor: p.bigint('number'),
  },
});

/** What of money that came in past Kvitt went to one bill. */
export class OutsidePart extends OutsidePartSchema.class {}
OutsidePartSchema.setClass(OutsidePart);

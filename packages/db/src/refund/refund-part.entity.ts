import { defineEntity, p } from '@mikro-orm/postgresql';

const RefundPartSchema = defineEntity({
  name: 'RefundPart',
  tableName: 'refund_part',
  properties: {
    billerId: p.uuid().primary(),
    refundId: p.uuid().primary(),
    invoiceId: p.uuid().primary(),

    amountMinor: p.bigint('number'),
  },
});

/** What of a refund comes out of one bill. */
export class RefundPart extends RefundPartSchema.class {}
RefundPartSchema.setClass(RefundPart);

import { defineEntity, p } from '@mikro-orm/postgresql';

const PaymentPartSchema = defineEntity({
  name: 'PaymentPart',
  tableName: 'payment_part',
  properties: {
    billerId: p.uuid().primary(),
    paymentId: p.uuid().primary(),
    invoiceId: p.uuid().primary(),

    amountMinor: p.bigint('number'),
    /** Whether the payment may still move money; kept by the database. One part of a bill is alive at the most. */
    isLive: p.boolean(),
  },
});

/** What a payment puts towards one bill. */
export class PaymentPart extends PaymentPartSchema.class {}
PaymentPartSchema.setClass(PaymentPart);

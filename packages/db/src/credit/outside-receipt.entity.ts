import type { Currency } from '@kvitt/domain/money/money';
import { defineEntity, p } from '@mikro-orm/postgresql';

const OutsideReceiptSchema = defineEntity({
  name: 'OutsideReceipt',
  tableName: 'outside_receipt',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    accountId: p.uuid(),
    amountMinor: p.bigint('number'),
    currency: p.text().$type<Currency>(),
    /** The bank's or the cheque's own: the same is received once. */
    reference: p.text(),
    receivedOn: p.date(),
    madeBy: p.text(),
    at: p.datetime(),
  },
});

/** Money that came in past Kvitt. */
export class OutsideReceipt extends OutsideReceiptSchema.class {}
OutsideReceiptSchema.setClass(OutsideReceipt);

import { defineEntity, p } from '@mikro-orm/postgresql';

const PayOfferPartSchema = defineEntity({
  name: 'PayOfferPart',
  tableName: 'pay_offer_part',
  properties: {
    billerId: p.uuid().primary(),
    offerId: p.uuid().primary(),
    invoiceId: p.uuid().primary(),

    /** From 0, in the order in which the question named them. */
    place: p.integer(),
    amountMinor: p.bigint('number'),
    isPartial: p.boolean(),
  },
});

/** What a question about several bills, or about a part of one, stated for one of them. */
export class PayOfferPart extends PayOfferPartSchema.class {}
PayOfferPartSchema.setClass(PayOfferPart);

import type { Currency } from '@kvitt/domain/money/money';
import { defineEntity, p } from '@mikro-orm/postgresql';

const PayOfferSchema = defineEntity({
  name: 'PayOffer',
  tableName: 'pay_offer',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    conversationId: p.uuid(),
    invoiceId: p.uuid(),
    methodId: p.uuid(),
    kind: p.text().$type<'question' | 'bill'>(),
    /** What goes to the bills. */
    amountMinor: p.bigint('number'),
    /** What is added to it for paying by this card, as it was stated. */
    feeMinor: p.bigint('number').default(0),
    currency: p.text().$type<Currency>(),
    code: p.text(),
    state: p.text().$type<'open' | 'accepted' | 'declined' | 'superseded'>(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
  },
});

/** A question that waits for YES or PAY: the amount and the card as they were stated. */
export class PayOffer extends PayOfferSchema.class {}
PayOfferSchema.setClass(PayOffer);

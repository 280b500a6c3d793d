import type { Currency } from '@kvitt/domain/money/money';
import type { RefundEffect, RefundMove, RefundState, RefundWhy } from '@kvitt/domain/refund/refund';
import { defineEntity, p } from '@mikro-orm/postgresql';

const RefundSchema = defineEntity({
  name: 'Refund',
  tableName: 'refund',
  properties: {
    billerId: p.uuid().primary(),
    /** The processor knows the refund by this id: it is the order id there. */
    id: p.uuid().primary(),

    paymentId: p.uuid(),
    amountMinor: p.bigint('number'),
    /** What of it comes out of the fee for the card; the parts are the rest. */
    feeMinor: p.bigint('number').default(0),
    currency: p.text().$type<Currency>(),
    why: p.text().$type<RefundWhy>(),
    effect: p.text().$type<RefundEffect>(),
    state: p.text().$type<RefundState>(),
    move: p.text().$type<RefundMove>().nullable(),
    reason: p.text(),
    /** Who asked for it: `customer`, or a person of the biller's; and the other person who agreed, above the limit. */
    askedBy: p.text(),
    approvedBy: p.text().nullable(),
    /** Why no money went back. */
    refusal: p.text().nullable(),
    /** Where it is told; the payment's own thread where null. */
    conversationId: p.uuid().nullable(),
    /** The processor's id of the refund. */
    vendorId: p.text().nullable(),
    askedForAt: p.datetime(),
    /** When a refund was last handed to the processor; committed before that is done. */
    sentAt: p.datetime().nullable(),
    finishedAt: p.datetime().nullable(),
    asked: p.integer(),
    askAt: p.datetime().nullable(),
  },
});

/** One try to give money back. The row is committed before the processor is asked. */
export class Refund extends RefundSchema.class {}
RefundSchema.setClass(Refund);

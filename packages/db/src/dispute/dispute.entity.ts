import type { DisputeState } from '@kvitt/domain/dispute/dispute-state';
import type { Currency } from '@kvitt/domain/money/money';
import { defineEntity, p } from '@mikro-orm/postgresql';

const DisputeSchema = defineEntity({
  name: 'Dispute',
  tableName: 'dispute',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    /** The processor's id of it. */
    vendorId: p.text(),
    paymentId: p.uuid(),
    /** The processor's words: chargeback, pre_arbitration, retrieval · fraud … · open, disputed … */
    kind: p.text(),
    reason: p.text(),
    vendorStatus: p.text(),
    state: p.text().$type<DisputeState>(),
    /** False for a request for information. */
    takesMoney: p.boolean(),
    amountMinor: p.bigint('number'),
    wonMinor: p.bigint('number'),
    /** What of it, when it was lost, came out of the payment's fee for its card. */
    feeMinor: p.bigint('number').default(0),
    currency: p.text().$type<Currency>(),
    /** The last day for an answer. */
    replyBy: p.date().nullable(),
    openedAt: p.datetime(),
    /** Who sent the evidence, or gave in. */
    answeredBy: p.text().nullable(),
    decidedAt: p.datetime().nullable(),
  },
});

/** A customer's bank that asks for a payment back. */
export class Dispute extends DisputeSchema.class {}
DisputeSchema.setClass(Dispute);

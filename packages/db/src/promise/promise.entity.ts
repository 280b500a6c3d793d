import type { Currency } from '@kvitt/domain/money/money';
import type { PromiseState } from '@kvitt/domain/promise/promise';
import { defineEntity, p } from '@mikro-orm/postgresql';

const PromiseToPaySchema = defineEntity({
  name: 'PromiseToPay',
  tableName: 'promise',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    accountId: p.uuid(),
    amountMinor: p.bigint('number'),
    currency: p.text().$type<Currency>(),
    dueOn: p.date(),
    /** The last day on which it still counts as kept. */
    graceUntil: p.date(),
    state: p.text().$type<PromiseState>(),
    channel: p.text().$type<'text' | 'portal' | 'agent'>(),
    messageId: p.uuid().nullable(),
    /** Where it is told what became of it; null where it is told to nobody. */
    conversationId: p.uuid().nullable(),
    madeAt: p.datetime(),
    endedAt: p.datetime().nullable(),
  },
});

/** A customer's word to pay so much by a day. */
export class PromiseToPay extends PromiseToPaySchema.class {}
PromiseToPaySchema.setClass(PromiseToPay);

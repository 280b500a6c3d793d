import type { Currency } from '@kvitt/domain/money/money';
import { defineEntity, p } from '@mikro-orm/postgresql';

const PlanOfferSchema = defineEntity({
  name: 'PlanOffer',
  tableName: 'plan_offer',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    conversationId: p.uuid(),
    accountId: p.uuid(),
    /** What was stated: the plan in all, its parts and its first day. */
    totalMinor: p.bigint('number'),
    currency: p.text().$type<Currency>(),
    parts: p.integer(),
    firstOn: p.date(),
    code: p.text(),
    state: p.text().$type<'open' | 'accepted' | 'declined' | 'superseded'>(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
  },
});

/** A plan that was offered in the thread and waits for its YES. */
export class PlanOffer extends PlanOfferSchema.class {}
PlanOfferSchema.setClass(PlanOffer);

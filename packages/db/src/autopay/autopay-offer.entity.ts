import { defineEntity, p } from '@mikro-orm/postgresql';

const AutopayOfferSchema = defineEntity({
  name: 'AutopayOffer',
  tableName: 'autopay_offer',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    conversationId: p.uuid(),
    accountId: p.uuid(),
    methodId: p.uuid(),
    /** What was open on the account as the question said, in minor units, and would be charged too; 0 where nothing was. */
    statedMinor: p.bigint('number'),
    /** Which of our wordings the question gave, as `key@version`. */
    wordingKey: p.text(),
    code: p.text(),
    state: p.text().$type<'open' | 'accepted' | 'declined' | 'superseded'>(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
  },
});

/** A question that waits for YES: whether to charge an account's bills by themselves from now on. */
export class AutopayOffer extends AutopayOfferSchema.class {}
AutopayOfferSchema.setClass(AutopayOffer);

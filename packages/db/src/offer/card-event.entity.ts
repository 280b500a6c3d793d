import { defineEntity, p } from '@mikro-orm/postgresql';

const CardEventSchema = defineEntity({
  name: 'CardEvent',
  tableName: 'card_event',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    accountId: p.uuid(),
    key: p.text(),
    what: p.text().$type<'shown' | 'taken' | 'answered' | 'put-away' | 'invited' | 'passed-over'>(),
    /** The biller's day, by which a card may come again. */
    onDay: p.date(),
    at: p.datetime(),
  },
});

/**
 * What became of a card that an account was shown; only ever added to. Shown is noted once a day. Of an account to which a
 * text might have invited after a payment it is `invited`, or `passed-over` where it did not fit.
 */
export class CardEvent extends CardEventSchema.class {}
CardEventSchema.setClass(CardEvent);

import { defineEntity, p } from '@mikro-orm/postgresql';

const PhoneMoveSchema = defineEntity({
  name: 'PhoneMove',
  tableName: 'phone_move',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    accountId: p.uuid(),
    fromPhoneId: p.uuid(),
    toPhoneId: p.uuid(),
    askedAt: p.datetime(),
    /** Not before this: whoever has the old phone was told, and can call it off. */
    moveAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    endedAs: p.text().$type<'moved' | 'called-off'>().nullable(),
  },
});

/** That an account's texts are to go to another phone, after a time in which the old one can object. */
export class PhoneMove extends PhoneMoveSchema.class {}
PhoneMoveSchema.setClass(PhoneMove);

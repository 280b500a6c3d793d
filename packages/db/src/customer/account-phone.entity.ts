import { defineEntity, p } from '@mikro-orm/postgresql';

const AccountPhoneSchema = defineEntity({
  name: 'AccountPhone',
  tableName: 'account_phone',
  properties: {
    billerId: p.uuid().primary(),
    accountId: p.uuid().primary(),
    phoneId: p.uuid().primary(),
    role: p.text().$type<'primary' | 'other'>(),
    since: p.datetime(),
  },
});

/** That a phone serves an account. */
export class AccountPhone extends AccountPhoneSchema.class {}
AccountPhoneSchema.setClass(AccountPhone);

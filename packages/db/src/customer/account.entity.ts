import { defineEntity, p } from '@mikro-orm/postgresql';

const AccountSchema = defineEntity({
  name: 'Account',
  tableName: 'account',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    customerId: p.uuid(),
    number: p.text(),
    /** Since when a bill's own text may be answered with PAY alone; null where every payment is confirmed by a code. */
    oneReplySince: p.datetime().nullable(),
    /** The customer's id in the processor's vault, once a card is kept. */
    vaultCustomerId: p.text().nullable(),
    /** `YYYY-MM-DD`, when the next statement comes, as the biller says; null where it does not. */
    nextStatementOn: p.date().nullable(),
    createdAt: p.datetime(),
  },
});

/** A customer's relation with the biller: what bills are issued to. */
export class Account extends AccountSchema.class {}
AccountSchema.setClass(Account);

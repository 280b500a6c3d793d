import { defineEntity, p } from '@mikro-orm/postgresql';

const PayerInviteSchema = defineEntity({
  name: 'PayerInvite',
  tableName: 'payer_invite',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    accountId: p.uuid(),
    invoiceId: p.uuid(),
    linkId: p.uuid(),
    /** What the customer calls who is asked; empty where they did not say. */
    forWhom: p.text(),
    madeAt: p.datetime(),
    /** When the customer took it back. */
    endedAt: p.datetime().nullable(),
  },
});

/** That a customer asked somebody else to pay a bill, by a link that opens this bill and nothing else. */
export class PayerInvite extends PayerInviteSchema.class {}
PayerInviteSchema.setClass(PayerInvite);

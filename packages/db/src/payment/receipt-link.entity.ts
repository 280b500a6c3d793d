import { defineEntity, p } from '@mikro-orm/postgresql';

const ReceiptLinkSchema = defineEntity({
  name: 'ReceiptLink',
  tableName: 'receipt_link',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    paymentId: p.uuid(),
    tokenHash: p.text(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
  },
});

/** An address that shows one receipt, and nothing of the account. Only the hash of its token is kept. */
export class ReceiptLink extends ReceiptLinkSchema.class {}
ReceiptLinkSchema.setClass(ReceiptLink);

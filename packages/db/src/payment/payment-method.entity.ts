import { defineEntity, p } from '@mikro-orm/postgresql';

const PaymentMethodSchema = defineEntity({
  name: 'PaymentMethod',
  tableName: 'payment_method',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    accountId: p.uuid(),
    brand: p.text(),
    last4: p.text(),
    expMonth: p.integer(),
    expYear: p.integer(),
    vaultToken: p.text(),
    isDefault: p.boolean(),
    createdAt: p.datetime(),
    removedAt: p.datetime().nullable(),
  },
});

/** A card in the processor's vault: its face and its token, never its number. */
export class PaymentMethod extends PaymentMethodSchema.class {}
PaymentMethodSchema.setClass(PaymentMethod);

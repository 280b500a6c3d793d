import type { Funding, MethodKind } from '@kvitt/domain/payment/payment-method';
import { defineEntity, p } from '@mikro-orm/postgresql';

const PaymentMethodSchema = defineEntity({
  name: 'PaymentMethod',
  tableName: 'payment_method',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    accountId: p.uuid(),
    kind: p.text().$type<MethodKind>(),
    /** The scheme's, the bank's or the wallet's name, as people know it. */
    brand: p.text(),
    /** Four digits of a card or an account; of a wallet, whose it is, as far as that may be shown. */
    last4: p.text(),
    /** Null where it does not expire. */
    expMonth: p.integer().nullable(),
    expYear: p.integer().nullable(),
    /** Null where the bank does not say; then it counts as debit where that matters. */
    funding: p.text().$type<Funding>().nullable(),
    /** What its owner calls it. */
    nickname: p.text().nullable(),
    vaultToken: p.text(),
    isDefault: p.boolean(),
    createdAt: p.datetime(),
    removedAt: p.datetime().nullable(),
    /** When the processor had deleted what was removed here. */
    forgottenAt: p.datetime().nullable(),
    /** When its bank said that it is no more, and in which words; it is kept to be shown, and never charged. */
    closedAt: p.datetime().nullable(),
    closedWhy: p.text().nullable(),
    /** The expiry, `YYYY-MM`, that its owner was told of. */
    expiryTold: p.text().nullable(),
    /** When the processor was last asked how it is. */
    checkedAt: p.datetime().nullable(),
  },
});

/** A card, a bank account or a wallet in the processor's vault: its face and its token, never its number. */
export class PaymentMethod extends PaymentMethodSchema.class {}
PaymentMethodSchema.setClass(PaymentMethod);

import type { CreditEnd, CreditKind } from '@kvitt/domain/credit/credit';
import type { Currency } from '@kvitt/domain/money/money';
import { defineEntity, p } from '@mikro-orm/postgresql';

const CreditSchema = defineEntity({
  name: 'Credit',
  tableName: 'credit',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    accountId: p.uuid(),
    kind: p.text().$type<CreditKind>(),
    amountMinor: p.bigint('number'),
    currency: p.text().$type<Currency>(),
    reason: p.text(),
    madeBy: p.text(),
    /** The last day on which it can be used, of the customer's own calendar. */
    expiresOn: p.date().nullable(),
    grantedAt: p.datetime(),
    /** When an overpayment was agreed to be kept, and who says so; until then it goes to no bill. */
    keptAt: p.datetime().nullable(),
    keptBy: p.text().nullable(),
    /** When its customer asked for an overpayment to be sent back; it waits for a person then. */
    askedBackAt: p.datetime().nullable(),
    /** When its customer was told that its last day is near. */
    expiryToldAt: p.datetime().nullable(),
    endedAt: p.datetime().nullable(),
    endedAs: p.text().$type<CreditEnd>().nullable(),
    endedBy: p.text().nullable(),
    /** What was left of it then. */
    endedMinor: p.bigint('number').nullable(),
  },
});

/** What a customer has to their credit on an account; what of it is left is its amount less its uses. */
export class Credit extends CreditSchema.class {}
CreditSchema.setClass(Credit);

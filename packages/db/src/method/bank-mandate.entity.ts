import type { AutopayChannel } from '@kvitt/domain/autopay/autopay';
import type { Language } from '@kvitt/domain/locale/language';
import { defineEntity, p } from '@mikro-orm/postgresql';

const BankMandateSchema = defineEntity({
  name: 'BankMandate',
  tableName: 'bank_mandate',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    accountId: p.uuid(),
    methodId: p.uuid(),
    /** Which of our wordings was agreed to, as `key@version`, and its very words. */
    wordingKey: p.text(),
    wording: p.text(),
    language: p.text().$type<Language>(),
    actor: p.text(),
    channel: p.text().$type<AutopayChannel>(),
    evidence: p.json<Record<string, string | number>>(),
    agreedAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    endedBy: p.text().nullable(),
    /** What the bank said when it ended it: R10 … */
    endCode: p.text().nullable(),
  },
});

/** An account holder's leave to take money from a bank account; a bank account without one is never debited. */
export class BankMandate extends BankMandateSchema.class {}
BankMandateSchema.setClass(BankMandate);

import type { AutopayChannel, AutopayState } from '@kvitt/domain/autopay/autopay';
import type { Language } from '@kvitt/domain/locale/language';
import { defineEntity, p } from '@mikro-orm/postgresql';

const AutopaySchema = defineEntity({
  name: 'Autopay',
  tableName: 'autopay',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    accountId: p.uuid(),
    /** The card that is charged; the one that is kept in its place later takes its place here. */
    methodId: p.uuid(),
    state: p.text().$type<AutopayState>(),
    /** Whether bills that were open already are charged too, or only those that came later. */
    sweepsOpen: p.boolean(),
    /** Which of our wordings was agreed to, as `key@version`, and its very words. */
    wordingKey: p.text(),
    wording: p.text(),
    language: p.text().$type<Language>(),
    actor: p.text(),
    channel: p.text().$type<AutopayChannel>(),
    messageId: p.uuid().nullable(),
    /** What else bears witness: hashes of an address and of a browser, a page, a paper's number. */
    evidence: p.json<Record<string, string | number>>(),
    agreedAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    endedBy: p.text().nullable(),
  },
});

/** A customer's mandate to charge an account's bills on their due dates; one account has one that is not over. */
export class Autopay extends AutopaySchema.class {}
AutopaySchema.setClass(Autopay);

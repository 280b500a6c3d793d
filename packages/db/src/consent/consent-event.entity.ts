import type { ConsentAct, ConsentChannel, ConsentScope } from '@kvitt/domain/consent/consent';
import { defineEntity, p } from '@mikro-orm/postgresql';

const ConsentEventSchema = defineEntity({
  name: 'ConsentEvent',
  tableName: 'consent_event',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    /** Its place in the biller's ledger: 1, 2, 3 … without a gap. */
    seq: p.bigint('number'),
    phoneId: p.uuid(),
    purpose: p.text().$type<ConsentScope>(),
    act: p.text().$type<ConsentAct>(),
    channel: p.text().$type<ConsentChannel>(),
    /** The words that were agreed to, or that were said. */
    wording: p.text(),
    /** Which of our wordings that was, as `key@version`; null where it is none of ours. */
    wordingKey: p.text().nullable(),
    actor: p.text(),
    messageId: p.uuid().nullable(),
    /** What else bears witness: a call, a page, a file's line, hashes of an address and of a browser. */
    evidence: p.json<Record<string, string | number>>(),
    at: p.datetime(),
    prevHash: p.text(),
    hash: p.text(),
  },
});

/** What happened to a consent: who, when, how, in which words. Chained, never changed, never removed. */
export class ConsentEvent extends ConsentEventSchema.class {}
ConsentEventSchema.setClass(ConsentEvent);

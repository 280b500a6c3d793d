import type { ConsentAct, ConsentChannel, ConsentPurpose } from '@kvitt/domain/consent/consent';
import { defineEntity, p } from '@mikro-orm/postgresql';

const ConsentEventSchema = defineEntity({
  name: 'ConsentEvent',
  tableName: 'consent_event',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    phoneId: p.uuid(),
    purpose: p.text().$type<ConsentPurpose>(),
    act: p.text().$type<ConsentAct>(),
    channel: p.text().$type<ConsentChannel>(),
    /** The words that were agreed to, or that were said. */
    wording: p.text(),
    actor: p.text(),
    messageId: p.uuid().nullable(),
    at: p.datetime(),
  },
});

/** What happened to a consent: who, when, how, in which words. Never changed, never removed. */
export class ConsentEvent extends ConsentEventSchema.class {}
ConsentEventSchema.setClass(ConsentEvent);

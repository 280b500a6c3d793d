import type { ConsentPurpose, ConsentState } from '@kvitt/domain/consent/consent';
import { defineEntity, p } from '@mikro-orm/postgresql';

const ConsentSchema = defineEntity({
  name: 'Consent',
  tableName: 'consent',
  properties: {
    billerId: p.uuid().primary(),
    phoneId: p.uuid().primary(),
    purpose: p.text().$type<ConsentPurpose>().primary(),
    state: p.text().$type<ConsentState>(),
    since: p.datetime(),
    eventId: p.uuid(),
  },
});

/** A phone's consent as its latest event left it. */
export class Consent extends ConsentSchema.class {}
ConsentSchema.setClass(Consent);

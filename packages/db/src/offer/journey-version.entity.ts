import type { Journey } from '@kvitt/domain/offer/journey';
import { defineEntity, p } from '@mikro-orm/postgresql';

const JourneyVersionSchema = defineEntity({
  name: 'JourneyVersion',
  tableName: 'journey',
  properties: {
    billerId: p.uuid().primary(),
    version: p.integer().primary(),

    rules: p.json().$type<Journey>(),
    savedBy: p.text(),
    savedAt: p.datetime(),
  },
});

/** What a biller shows beside its bills, as it was saved; the highest version counts. */
export class JourneyVersion extends JourneyVersionSchema.class {}
JourneyVersionSchema.setClass(JourneyVersion);

import type { Cadence } from '@kvitt/domain/reminder/cadence';
import { defineEntity, p } from '@mikro-orm/postgresql';

const CadenceVersionSchema = defineEntity({
  name: 'CadenceVersion',
  tableName: 'cadence',
  properties: {
    billerId: p.uuid().primary(),
    version: p.integer().primary(),

    rules: p.json().$type<Cadence>(),
    savedBy: p.text(),
    savedAt: p.datetime(),
  },
});

/** A biller's cadence as it was saved; the highest version counts. A biller that has none sends no reminders. */
export class CadenceVersion extends CadenceVersionSchema.class {}
CadenceVersionSchema.setClass(CadenceVersion);

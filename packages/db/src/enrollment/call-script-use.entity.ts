import { defineEntity, p } from '@mikro-orm/postgresql';

const CallScriptUseSchema = defineEntity({
  name: 'CallScriptUse',
  tableName: 'call_script_use',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    /** A script and its version, as `key@version`. */
    one: p.text(),
    /** A second one, by which half of the calls go; null where there is no trial. */
    other: p.text().nullable(),
    byId: p.uuid(),
    byName: p.text(),
    since: p.datetime(),
  },
});

/** Which script calls went by from a time on, as who said. The newest row is in force. */
export class CallScriptUse extends CallScriptUseSchema.class {}
CallScriptUseSchema.setClass(CallScriptUse);

import type { CallScript } from '@kvitt/domain/enrollment/call-script';
import type { ScriptEdit } from '@kvitt/domain/enrollment/edit-script';
import { defineEntity, p } from '@mikro-orm/postgresql';

const CallScriptVersionSchema = defineEntity({
  name: 'CallScriptVersion',
  tableName: 'call_script',
  properties: {
    billerId: p.uuid().primary(),
    version: p.integer().primary(),

    name: p.text(),
    /** What was changed against the script that everybody begins with; what the editor opens. */
    edit: p.json<ScriptEdit>(),
    /** The whole script, as calls go by it. */
    body: p.json<CallScript>(),
    authorId: p.uuid(),
    author: p.text(),
    createdAt: p.datetime(),
  },
});

/** A biller's own script in one version; never changed, because calls name theirs. */
export class CallScriptVersion extends CallScriptVersionSchema.class {}
CallScriptVersionSchema.setClass(CallScriptVersion);

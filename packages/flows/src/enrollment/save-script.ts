import { CallScriptVersion } from '@kvitt/db/enrollment/call-script-version.entity';
import { DEFAULT_SCRIPT } from '@kvitt/domain/enrollment/default-script';
import { type EditAnswer, editScript, type ScriptEdit } from '@kvitt/domain/enrollment/edit-script';
import { type Actor, noteAct } from '../agent/note-act.ts';
import type { TxCtx } from '../kit/context.ts';
import { OWN_SCRIPT } from './find-script.ts';

export type SaveScriptAnswer = { kind: 'saved'; version: number } | Extract<EditAnswer, { kind: 'refused' }>;

/**
 * Keeps an edited script as a new version, within the caller's transaction; no call goes by it until it is put in use.
 * Refused with every place that is wrong.
 */
export async function saveScript(
  tx: TxCtx,
  actor: Actor & { id: string },
  script: { name: string; edit: ScriptEdit },
): Promise<SaveScriptAnswer> {
  const { billerId } = actor;
  // Two who save at once get one version each: the later waits for the earlier.
  await tx.em.execute('select pg_advisory_xact_lock(hashtext(?))', [`call-script ${billerId}`]);
  const last = await tx.em.findOne(CallScriptVersion, { billerId }, { orderBy: { version: 'desc' } });
  const version = (last?.version ?? 0) + 1;
  const answer = editScript(DEFAULT_SCRIPT, script.edit, { key: OWN_SCRIPT, version });
  if (answer.kind === 'refused') return answer;
  await tx.em.insert(CallScriptVersion, {
    billerId,
    version,
    name: script.name,
    edit: script.edit,
    body: answer.script,
    authorId: actor.id,
    author: actor.name,
    createdAt: tx.clock.now(),
  });
  await noteAct(tx, actor, 'script.saved', { subject: 'script', detail: `${OWN_SCRIPT}@${version}` });
  return { kind: 'saved', version };
}

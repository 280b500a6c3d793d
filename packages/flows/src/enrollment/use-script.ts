import { CallScriptUse } from '@kvitt/db/enrollment/call-script-use.entity';
import { CallScriptVersion } from '@kvitt/db/enrollment/call-script-version.entity';
import { DEFAULT_SCRIPT } from '@kvitt/domain/enrollment/default-script';
import { type Actor, noteAct } from '../agent/note-act.ts';
import type { TxCtx } from '../kit/context.ts';
import { OWN_SCRIPT } from './find-script.ts';

export type UseScriptAnswer =
  | { kind: 'in-use' }
  | { kind: 'refused'; refusal: 'NO_SUCH_SCRIPT' | 'SAME_SCRIPT' };

/**
 * Says which script calls go by from now on, or which two are tried against each other; within the caller's transaction.
 * Calls that have begun stay with theirs.
 * @param use.one and `other` as `key@version`
 */
export async function useScript(
  tx: TxCtx,
  actor: Actor & { id: string },
  use: { one: string; other: string | null },
): Promise<UseScriptAnswer> {
  const { billerId } = actor;
  const { one, other } = use;
  if (one === other) return { kind: 'refused', refusal: 'SAME_SCRIPT' };
  for (const ref of other === null ? [one] : [one, other]) {
    if (!(await isThere(tx, billerId, ref))) return { kind: 'refused', refusal: 'NO_SUCH_SCRIPT' };
  }
  await tx.em.insert(CallScriptUse, {
    billerId,
    id: tx.ids.next(),
    one,
    other,
    byId: actor.id,
    byName: actor.name,
    since: tx.clock.now(),
  });
  await noteAct(tx, actor, 'script.in-use', {
    subject: 'script',
    detail: other === null ? one : `${one} | ${other}`,
  });
  return { kind: 'in-use' };
}

async function isThere(tx: TxCtx, billerId: string, ref: string): Promise<boolean> {
  if (ref === `${DEFAULT_SCRIPT.key}@${DEFAULT_SCRIPT.version}`) return true;
  const [, digits] = new RegExp(`^${OWN_SCRIPT}@(\\d{1,6})$`).exec(ref) ?? [];
  return (
    digits !== undefined && (await tx.em.count(CallScriptVersion, { billerId, version: Number(digits) })) > 0
  );
}

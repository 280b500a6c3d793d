import { CallScriptUse } from '@kvitt/db/enrollment/call-script-use.entity';
import type { CallScript } from '@kvitt/domain/enrollment/call-script';
import { DEFAULT_SCRIPT } from '@kvitt/domain/enrollment/default-script';
import type { TxCtx } from '../kit/context.ts';
import { findScript } from './find-script.ts';

/**
 * The script that a new call goes by. Where two are tried against each other, the call's id decides, by a hash: nobody
 * chooses, and the same call begun twice goes by the same one.
 */
export async function chooseScript(
  tx: TxCtx,
  call: { billerId: string; enrollmentId: string },
): Promise<CallScript> {
  const { billerId, enrollmentId } = call;
  const use = await tx.em.findOne(CallScriptUse, { billerId }, { orderBy: { since: 'desc', id: 'desc' } });
  if (!use) return DEFAULT_SCRIPT;
  const isOther = Number.parseInt(tx.ids.derived(enrollmentId, 'script').slice(-1), 16) % 2 === 1;
  const [scriptKey = '', version] = (isOther && use.other ? use.other : use.one).split('@');
  return findScript(tx, { billerId, scriptKey, scriptVersion: Number(version) });
}

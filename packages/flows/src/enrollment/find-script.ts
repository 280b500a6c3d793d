import { CallScriptVersion } from '@kvitt/db/enrollment/call-script-version.entity';
import type { CallScript } from '@kvitt/domain/enrollment/call-script';
import { DEFAULT_SCRIPT } from '@kvitt/domain/enrollment/default-script';
import type { TxCtx } from '../kit/context.ts';

/** The key of the scripts that a biller has written. */
export const OWN_SCRIPT = 'own';

/**
 * The script that a call goes by, in the version with which it began. The built-in one only ever gets more steps, so calls
 * of its earlier version find theirs in it.
 */
export async function findScript(
  tx: TxCtx,
  call: { billerId: string; scriptKey: string; scriptVersion: number },
): Promise<CallScript> {
  const { billerId, scriptKey, scriptVersion: version } = call;
  if (scriptKey === DEFAULT_SCRIPT.key && version <= DEFAULT_SCRIPT.version) return DEFAULT_SCRIPT;
  const own = scriptKey === OWN_SCRIPT && (await tx.em.findOne(CallScriptVersion, { billerId, version }));
  if (!own) throw new Error(`there is no script ${scriptKey}@${version}`);
  return own.body;
}

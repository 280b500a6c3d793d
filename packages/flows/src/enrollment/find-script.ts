import type { CallScript } from '@kvitt/domain/enrollment/call-script';
import { DEFAULT_SCRIPT } from '@kvitt/domain/enrollment/default-script';

/** Every script that a call may have gone by, versions that are out of use included. */
const SCRIPTS: readonly CallScript[] = [DEFAULT_SCRIPT];

/** The script that a call goes by, in the version with which it began. */
export function findScript(call: { scriptKey: string; scriptVersion: number }): CallScript {
  const script = SCRIPTS.find(({ key, version }) => key === call.scriptKey && version === call.scriptVersion);
  if (!script) throw new Error(`there is no script ${call.scriptKey}@${call.scriptVersion}`);
  return script;
}

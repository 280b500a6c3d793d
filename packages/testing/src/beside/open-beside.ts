import { Biller } from '@kvitt/db/biller/biller.entity';
import type { Ctx } from '@kvitt/flows/kit/context';
import { openRuntime } from '@kvitt/runtime/open-runtime';
import { readSettings } from '@kvitt/runtime/read-settings';

/** A Kvitt that runs in processes of its own, and a way into its database and its vendors beside them. */
export interface Beside {
  /** The one biller of a local Kvitt. */
  biller: Biller;
  /** A context with an entity manager of its own. */
  context(): Ctx;
  close(): Promise<void>;
}

/** Opens what the services of a running Kvitt stand on, from their own environment. */
export async function openBeside(env: Record<string, string>): Promise<Beside> {
  const answer = readSettings({ ...env, LOG_LEVEL: 'silent' });
  if (answer.kind === 'refused') throw new Error(answer.problems.join('\n'));
  const runtime = await openRuntime(answer.settings, { isWorker: false });
  const biller = await runtime.context().em.findOneOrFail(Biller, { slug: 'northlight' });
  return { biller, context: runtime.context, close: runtime.close };
}

import { findThreads } from '@kvitt/db/conversation/list-threads';
import type { Ctx } from '@kvitt/flows/kit/context';

/** What consoles are told of what has changed, by its kind: of the desk, the lines of the threads. */
export async function loadLive(
  ctx: Ctx,
  billerId: string,
  kind: string,
  ids: readonly string[],
): Promise<unknown[]> {
  return kind === 'desk' ? findThreads(ctx.em, billerId, ids) : ids.map((id) => ({ id }));
}

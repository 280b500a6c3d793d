import type { Ctx } from '@kvitt/flows/kit/context';

/** What consoles are told of the things that have changed, by their kind. */
export async function loadLive(
  _ctx: Ctx,
  _billerId: string,
  _kind: string,
  ids: readonly string[],
): Promise<unknown[]> {
  return ids.map((id) => ({ id }));
}

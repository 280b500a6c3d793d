import type { Ctx } from './context.ts';

/**
 * Does `act` for each of `items`, one after the other. One that throws is logged and left for the next round: a row that
 * cannot be worked on must not keep those behind it waiting.
 * @returns how many were done
 */
export async function oneByOne<T extends { id: string }>(
  ctx: Ctx,
  items: readonly T[],
  act: (item: T) => Promise<void>,
): Promise<number> {
  let done = 0;
  for (const item of items) {
    try {
      await act(item);
      done += 1;
    } catch (error) {
      const kind = error instanceof Error ? error.name : 'unknown';
      ctx.log.warn({ id: item.id, error: kind }, 'one of a round failed');
    }
  }
  return done;
}

import type { Ctx, TxCtx } from './context.ts';

/**
 * Runs `act` in one transaction of its own: all of it is kept, or none. What `act` is given is the same context bound
 * to the transaction. A vendor is never called from within.
 */
export async function inTransaction<T>(ctx: Ctx, act: (tx: TxCtx) => Promise<T>): Promise<T> {
  return ctx.em.fork().transactional((em) => act({ ...ctx, em: em as Ctx['em'] }));
}

import { findBillersToReconcile } from '@kvitt/db/payment/find-billers-to-reconcile';
import type { Ctx } from '../kit/context.ts';
import { oneByOne } from '../kit/one-by-one.ts';
import { reconcile } from './reconcile.ts';

/**
 * Compares each biller's first day that is over and was not compared yet; the days after it follow in the next rounds.
 * Where the processor does not answer, the day stays due.
 * @returns how many days were compared
 */
export async function reconcileBillers(ctx: Ctx): Promise<number> {
  const due = await findBillersToReconcile(ctx.em.fork(), ctx.clock.now());
  let done = 0;
  await oneByOne(ctx, due, async ({ id, day }) => {
    const answer = await reconcile(ctx, { billerId: id, day, by: 'reconciliation' });
    if (answer.kind === 'compared') done += 1;
    else ctx.log.warn({ billerId: id, day, answer: answer.kind }, 'a day was not reconciled');
  });
  return done;
}

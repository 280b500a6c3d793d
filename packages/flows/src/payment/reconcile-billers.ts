import { findDisputesToAsk } from '@kvitt/db/dispute/find-disputes-to-ask';
import { findBillersToReconcile } from '@kvitt/db/payment/find-billers-to-reconcile';
import { addDays } from '@kvitt/domain/time/add-days';
import { learnDispute } from '../dispute/learn-dispute.ts';
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
    await learnDisputes(ctx, id, day);
    const answer = await reconcile(ctx, { billerId: id, day, by: 'reconciliation' });
    if (answer.kind === 'compared') done += 1;
    else ctx.log.warn({ billerId: id, day, answer: answer.kind }, 'a day was not reconciled');
  });
  return done;
}

/** A notice that never came is made up for: disputes that banks opened that day, and ours that are not decided. */
async function learnDisputes(ctx: Ctx, billerId: string, day: string): Promise<void> {
  const opened = await ctx.payments.listDisputes({ from: day, to: addDays(day, 1) });
  if (opened.kind === 'unanswered') throw new Error('the processor did not answer; the day stays due');
  const open = await findDisputesToAsk(ctx.em.fork(), billerId);
  for (const vendorId of new Set([...opened.vendorIds, ...open])) await learnDispute(ctx, vendorId);
}

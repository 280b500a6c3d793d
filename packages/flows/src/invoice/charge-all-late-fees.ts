import { findBillersToCharge } from '@kvitt/db/invoice/find-billers-to-charge';
import type { Ctx } from '../kit/context.ts';
import { oneByOne } from '../kit/one-by-one.ts';
import { chargeInterest } from './charge-interest.ts';
import { chargeLateFees } from './charge-late-fees.ts';

/**
 * The late fees and the interest of every biller that has agreed on any, once on each of its own days: the day is noted after its fees are
 * charged, so a process that dies on the way leaves the rest to the next.
 * @returns how many billers there were
 */
export async function chargeAllLateFees(ctx: Ctx): Promise<number> {
  const due = await findBillersToCharge(ctx.em.fork(), ctx.clock.now());
  return oneByOne(ctx, due, async ({ id, today }) => {
    await chargeLateFees(ctx, { billerId: id, asOf: today });
    await chargeInterest(ctx, { billerId: id, asOf: today });
    await noteCharged(ctx, id, today);
  });
}

async function noteCharged(ctx: Ctx, billerId: string, today: string): Promise<void> {
  await ctx.em
    .fork()
    .execute('update money_rules set fees_charged_on = ? where biller_id = ?', [today, billerId]);
}

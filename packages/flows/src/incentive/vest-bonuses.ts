import { findVesting } from '@kvitt/db/incentive/find-vesting';
import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { oneByOne } from '../kit/one-by-one.ts';
import { moveBonus } from './move-bonus.ts';

const BATCH = 100;

/**
 * Vests the bonuses whose time has come. A STOP at the same instant waits for the row and takes the vested one back.
 * @returns how many were vested
 */
export async function vestBonuses(ctx: Ctx): Promise<number> {
  const found = await findVesting(ctx.em.fork(), ctx.clock.now(), BATCH);
  return oneByOne(ctx, found, async (key) => {
    await inTransaction(ctx, (tx) => moveBonus(tx, key, { act: 'vested' }));
  });
}

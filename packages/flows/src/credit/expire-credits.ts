import { findExpiredCredits } from '@kvitt/db/credit/find-expired-credits';
import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { oneByOne } from '../kit/one-by-one.ts';
import { endCredit } from './end-credit.ts';

/** Ends the credits whose last day is over. @returns how many there were */
export async function expireCredits(ctx: Ctx): Promise<number> {
  const over = await findExpiredCredits(ctx.em.fork(), ctx.clock.now());
  return oneByOne(ctx, over, async ({ billerId, id: creditId }) => {
    await inTransaction(ctx, (tx) => endCredit(tx, { billerId, creditId, as: 'expired', by: 'rules' }));
  });
}

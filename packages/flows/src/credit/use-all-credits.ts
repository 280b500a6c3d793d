import { findAccountsWithCredit } from '@kvitt/db/credit/find-accounts-with-credit';
import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { oneByOne } from '../kit/one-by-one.ts';
import { useCredits } from './use-credits.ts';

/** Puts every credit that waits towards a bill that has come since. @returns how many accounts were looked at */
export async function useAllCredits(ctx: Ctx): Promise<number> {
  const accounts = await findAccountsWithCredit(ctx.em.fork());
  return oneByOne(ctx, accounts, async ({ billerId, id: accountId }) => {
    await inTransaction(ctx, (tx) => useCredits(tx, { billerId, accountId }));
  });
}

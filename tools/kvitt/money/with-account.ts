import type { Ctx } from '@kvitt/flows/kit/context';
import type { ExitCode } from '../exit-codes.ts';
import { withContext } from '../with-context.ts';
import { findAccount } from './find-account.ts';

export interface AccountKey {
  billerId: string;
  accountId: string;
}

/** Runs an act that may write on the account that the biller's number names; refused where there is none. */
export async function withAccount(
  number: string,
  options: { biller?: string },
  act: (ctx: Ctx, key: AccountKey) => Promise<ExitCode>,
): Promise<ExitCode> {
  return withContext({ isReadOnly: false }, async (ctx) => {
    const { billerId, accountId } = await findAccount(ctx, number, options.biller);
    return act(ctx, { billerId, accountId });
  });
}

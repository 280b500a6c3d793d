import { Account } from '@kvitt/db/customer/account.entity';
import type { Payer } from './add-payer.ts';
import type { Beside } from './open-beside.ts';

/** The number that stands on a customer's statements. */
export async function findAccountNumber({ biller, context }: Beside, { accountId }: Payer): Promise<string> {
  const account = await context().em.findOneOrFail(Account, { billerId: biller.id, id: accountId });
  return account.number;
}

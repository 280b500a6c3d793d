import { Account } from '@kvitt/db/customer/account.entity';
import type { Payer } from './add-payer.ts';
import type { Beside } from './open-beside.ts';

const DAY_MS = 86_400_000;

/** Makes a customer's account so many days old: what is offered beside a bill follows that. */
export async function ageAccount(
  { biller, context }: Beside,
  { accountId }: Payer,
  days: number,
): Promise<void> {
  const { em, clock } = context();
  const createdAt = new Date(clock.now().getTime() - days * DAY_MS);
  await em.nativeUpdate(Account, { billerId: biller.id, id: accountId }, { createdAt });
}

import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import type { Payer } from './add-payer.ts';
import type { Beside } from './open-beside.ts';

/** Puts a postal code on file for a customer, to prove who they are with. */
export async function givePostalCode(
  { biller, context }: Beside,
  { accountId }: Payer,
  postalCode: string,
): Promise<void> {
  const { em } = context();
  const billerId = biller.id;
  const { customerId } = await em.findOneOrFail(Account, { billerId, id: accountId });
  await em.nativeUpdate(Customer, { billerId, id: customerId }, { postalCode });
}

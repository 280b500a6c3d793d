import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { makeLink } from '@kvitt/flows/session/make-link';
import type { World } from './open-world.ts';
import { addPerson, type Person } from './people.ts';

/** Of everybody who is added here: what opens their account. */
export const POSTAL_CODE = '60614';

export interface Linked {
  cindy: Person;
  /** Address of the page of the first of the bills. */
  link: string;
  /** Ids, in the order in which they were asked for. */
  bills: [string, ...string[]];
}

/** Somebody whose postal code is known, with a bill for each of some amounts in cents, and the link to the first. */
export async function addLinked(
  world: World,
  billerId: string,
  amounts: readonly [number, ...number[]] = [8_420],
): Promise<Linked> {
  const cindy = await addPerson(world, billerId);
  const em = world.ctx.em.fork();
  const account = await em.findOneOrFail(Account, { billerId, id: cindy.accountId });
  await em.nativeUpdate(
    Customer,
    { billerId, id: account.customerId },
    { postalCode: `${POSTAL_CODE}-2213` },
  );
  const [first, ...others] = amounts;
  const bills: Linked['bills'] = [await cindy.issue(first)];
  for (const amount of others) bills.push(await cindy.issue(amount));
  const link = await inTransaction(world.ctx, (tx) => makeLink(tx, { billerId, invoiceId: bills[0] }));
  return { cindy, link, bills };
}

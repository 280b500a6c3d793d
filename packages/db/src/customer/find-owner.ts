import type { EntityManager } from '@mikro-orm/postgresql';
import { Account } from './account.entity.ts';
import { Customer } from './customer.entity.ts';

/** The customer whose account it is: whose language it is written to in, and whose day counts. */
export async function findOwner(
  em: EntityManager,
  { billerId, accountId }: { billerId: string; accountId: string },
): Promise<Customer> {
  const { customerId } = await em.findOneOrFail(Account, { billerId, id: accountId });
  return em.findOneOrFail(Customer, { billerId, id: customerId });
}

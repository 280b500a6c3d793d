import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** A customer as a search shows them. */
export interface FoundCustomer {
  id: string;
  name: string;
  number: string;
  phones: string[];
  accounts: string[];
  /** The thread with one of their phones that was used last; null where there is none. */
  conversationId: string | null;
}

/**
 * Finds customers as an agent types while the caller speaks: by name with typing errors, by any part of a phone number
 * or an account number. The biller is that of the transaction's setting, to which the database holds it.
 */
export async function searchCustomers(
  em: EntityManager,
  words: string,
  most: number,
): Promise<FoundCustomer[]> {
  const { rows } = await sql<FoundCustomer>`
    select c.id, c.first_name || ' ' || c.last_name as name, c.number,
      array(select distinct p.e164 from account a join account_phone ap on ap.biller_id = a.biller_id and ap.account_id = a.id
        join phone p on p.biller_id = ap.biller_id and p.id = ap.phone_id
        where a.biller_id = c.biller_id and a.customer_id = c.id) as phones,
      array(select a.number from account a where a.biller_id = c.biller_id and a.customer_id = c.id order by 1) as accounts,
      (select v.id from account a join account_phone ap on ap.biller_id = a.biller_id and ap.account_id = a.id
        join conversation v on v.biller_id = ap.biller_id and v.phone_id = ap.phone_id
        where a.biller_id = c.biller_id and a.customer_id = c.id
        order by v.last_inbound_at desc nulls last limit 1) as "conversationId"
    from (select customer_id, max(closeness) as closeness from find_customers(${words}, ${most})
      group by customer_id) found
    join customer c on c.id = found.customer_id and c.merged_into_id is null
    order by found.closeness desc, c.last_name, c.first_name limit ${most}`.execute(em.getKysely());
  return rows;
}

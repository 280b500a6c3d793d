import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** A customer who may be the same person, and what speaks for it. */
export interface LikelyDuplicate {
  id: string;
  name: string;
  number: string;
  accounts: string[];
  because: ('phone' | 'name')[];
}

const MOST = 5;

/** Customers who share a phone with this one, or have the same name and postal code; those who went into another left out. */
export async function findDuplicates(
  em: EntityManager,
  who: { billerId: string; customerId: string },
): Promise<LikelyDuplicate[]> {
  const { billerId, customerId } = who;
  const { rows } = await sql<LikelyDuplicate>`
    with near as (
      select a.customer_id as id, 'phone' as why from account mine
        join account_phone mp on mp.biller_id = mine.biller_id and mp.account_id = mine.id
        join account_phone ap on ap.biller_id = mp.biller_id and ap.phone_id = mp.phone_id
        join account a on a.biller_id = ap.biller_id and a.id = ap.account_id
        where mine.biller_id = ${billerId} and mine.customer_id = ${customerId}
      union
      select o.id, 'name' from customer c join customer o on o.biller_id = c.biller_id
          and o.folded_name = c.folded_name and o.postal_code = c.postal_code
        where c.biller_id = ${billerId} and c.id = ${customerId})
    select c.id, c.first_name || ' ' || c.last_name as name, c.number, array_agg(distinct near.why) as because,
      array(select a.number from account a where a.biller_id = c.biller_id and a.customer_id = c.id order by 1) as accounts
    from near join customer c on c.biller_id = ${billerId} and c.id = near.id
    where c.id <> ${customerId} and c.merged_into_id is null
    group by c.biller_id, c.id order by count(*) desc, c.number limit ${MOST}`.execute(em.getKysely());
  return rows;
}

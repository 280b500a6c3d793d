import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Ended in a round; the rest waits for the next one. */
const AT_ONCE = 50;

/** Credits whose last day is over on their customers' own calendars. */
export async function findExpiredCredits(
  em: EntityManager,
  now: Date,
): Promise<{ billerId: string; id: string }[]> {
  const { rows } = await sql<{ billerId: string; id: string }>`
    select c.biller_id as "billerId", c.id
    from credit c
    join account a on a.biller_id = c.biller_id and a.id = c.account_id
    join customer k on k.biller_id = a.biller_id and k.id = a.customer_id
    where c.ended_at is null and c.expires_on < (${now.toISOString()}::timestamptz at time zone k.time_zone)::date
    order by c.expires_on, c.id limit ${AT_ONCE}`.execute(em.getKysely());
  return rows;
}

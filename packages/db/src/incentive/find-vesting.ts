import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * Pending bonuses whose time, by the plan that they were earned under, has come by `now`, whose handset has not said STOP since, and whose account has got its
 * first bill on it: a text about a bill, delivered after the YES.
 */
export async function findVesting(
  em: EntityManager,
  now: Date,
  most: number,
): Promise<{ billerId: string; id: string }[]> {
  const { rows } = await sql<{ billerId: string; id: string }>`
    select b.biller_id as "billerId", b.id from bonus b
    join enrollment e on e.biller_id = b.biller_id and e.id = b.enrollment_id
    where b.state = 'pending' and b.vests_at <= ${now.toISOString()} and e.stopped_at is null
      and exists (select from message m
        join invoice i on i.biller_id = m.biller_id and i.id = m.invoice_id
        where m.biller_id = e.biller_id and m.phone_id = e.phone_id and m.direction = 'out' and m.state = 'delivered'
          and m.purpose = 'service' and m.created_at >= e.confirmed_at and i.account_id = e.account_id)
    order by b.vests_at limit ${most}`.execute(em.getKysely());
  return rows;
}

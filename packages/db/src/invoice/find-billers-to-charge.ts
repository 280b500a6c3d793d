import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Billers with terms for late fees or interest that have not been charged today, by their own calendar, which has reached 9 o'clock. */
export async function findBillersToCharge(
  em: EntityManager,
  now: Date,
): Promise<{ id: string; today: string }[]> {
  const { rows } = await sql<{ id: string; today: string }>`
    select b.id, l.local::date::text as today from money_rules r
    join biller b on b.id = r.biller_id
    cross join lateral (select ${now.toISOString()}::timestamptz at time zone b.time_zone as local) l
    where (jsonb_typeof(r.rules -> 'lateFee') = 'object' or jsonb_typeof(r.rules -> 'interest') = 'object')
      and extract(hour from l.local) >= 9
      and (r.fees_charged_on is null or r.fees_charged_on < l.local::date)`.execute(em.getKysely());
  return rows;
}

import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * Billers with a day that is over and was not compared with the processor's books, each with the first such day: the
 * one after the last that was compared, or the day on which the biller was added. The processor settles at night, so a
 * day is looked at from four in the morning of the next one on, by the biller's own clock.
 */
export async function findBillersToReconcile(
  em: EntityManager,
  now: Date,
): Promise<{ id: string; day: string }[]> {
  const { rows } = await sql<{ id: string; day: string }>`
    select b.id, d.day::text as day from biller b
    cross join lateral (select ((${now.toISOString()}::timestamptz at time zone b.time_zone) - interval '4 hours')::date
      as today) l
    cross join lateral (select coalesce(
      (select max(r.day) + 1 from reconciliation r where r.biller_id = b.id),
      (b.created_at at time zone b.time_zone)::date) as day) d
    where d.day < l.today order by b.id`.execute(em.getKysely());
  return rows;
}

import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * Takes the planning of one biller whose reminders were last planned before `plannedBefore`, until the transaction ends:
 * whoever else looks for one meanwhile gets another biller's, or none.
 * @returns the first day that this run looks back to, `YYYY-MM-DD`; undefined where nobody's planning is due
 */
export async function claimRun(
  em: EntityManager,
  when: { now: Date; plannedBefore: Date },
): Promise<{ billerId: string; since: string } | undefined> {
  // A day of overlap: the days of the earth's zones begin and end up to a day apart.
  const { rows } = await sql<{ billerId: string; since: string }>`
    update reminder_run r set planned_at = ${when.now.toISOString()}::timestamptz
    from (
      select biller_id, greatest(since, (planned_at at time zone 'UTC')::date - 1) as since from reminder_run
      where planned_at is null or planned_at <= ${when.plannedBefore.toISOString()}::timestamptz
      order by planned_at nulls first limit 1 for update skip locked) due
    where r.biller_id = due.biller_id
    returning r.biller_id as "billerId", due.since::text as since`.execute(em.getKysely());
  return rows[0];
}

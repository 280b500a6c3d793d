import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** What may have bent a curve: on which day (`YYYY-MM-DD`, the biller's) the reminders or the words of texts were changed. */
export interface RuleChange {
  day: string;
  what: 'cadence' | 'texts';
  changes: number;
}

/** The changes of a span of days, both included, oldest first. What stood at the beginning is no change. */
export async function loadRuleChanges(
  em: EntityManager,
  { billerId, from, to }: { billerId: string; from: string; to: string },
): Promise<RuleChange[]> {
  const { rows } = await sql<RuleChange>`
    with change as (
      select saved_at, 'cadence' as what from cadence where biller_id = ${billerId} and version > 1
      union all select saved_at, 'texts' from template where biller_id = ${billerId})
    select (c.saved_at at time zone b.time_zone)::date::text as day, c.what, count(*)::int as changes
    from change c join biller b on b.id = ${billerId}
    where (c.saved_at at time zone b.time_zone)::date between ${from}::date and ${to}::date
    group by 1, 2 order by 1, 2`.execute(em.getKysely());
  return rows;
}

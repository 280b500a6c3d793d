import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { ScorePeriod } from './score-line.ts';

/**
 * Which places these agents had in the period before the one that `at` lies in: yesterday, last week, last month. Who had
 * none is not among them. Each place is counted along the index of scores.
 */
export async function loadPlacesBefore(
  em: EntityManager,
  asked: { billerId: string; period: ScorePeriod; at: Date; agentIds: readonly string[] },
): Promise<Map<string, number>> {
  const { billerId, at, agentIds } = asked;
  const period = sql.lit(asked.period);
  const { rows } = await sql<{ agentId: string; rank: number }>`
    with last as (select (date_trunc(${period}, ${at.toISOString()}::timestamptz at time zone b.time_zone)
        - ('1 ' || ${period})::interval)::date as starts_on from biller b where b.id = ${billerId})
    select s.agent_id::text as "agentId", (select 1 + count(*) from agent_score o where o.biller_id = ${billerId}
        and o.period = ${period} and o.starts_on = last.starts_on and o.enrollments > s.enrollments)::int as rank
    from last, agent_score s where s.biller_id = ${billerId} and s.period = ${period} and s.starts_on = last.starts_on
      and s.enrollments > 0 and s.agent_id = any(${[...agentIds]}::uuid[])`.execute(em.getKysely());
  return new Map(rows.map(({ agentId, rank }) => [agentId, rank]));
}

import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * Adds to an agent's sums of the day, the week and the month in which something was, by the biller's own calendar; in the
 * transaction of what is counted, so that the leaderboard is never behind.
 */
export async function countScore(
  em: EntityManager,
  agent: { billerId: string; agentId: string; at: Date },
  more: { enrollments?: number; callMs?: number },
): Promise<void> {
  const { enrollments = 0, callMs = 0 } = more;
  await sql`
    insert into agent_score as s (biller_id, agent_id, period, starts_on, enrollments, call_ms)
      select b.id, ${agent.agentId}::uuid, period,
        date_trunc(period, ${agent.at.toISOString()}::timestamptz at time zone b.time_zone)::date,
        ${enrollments}::int, ${callMs}::bigint
      from biller b, unnest(array['day', 'week', 'month']) as period where b.id = ${agent.billerId} order by period
    on conflict (biller_id, agent_id, period, starts_on) do update
      set enrollments = s.enrollments + excluded.enrollments, call_ms = s.call_ms + excluded.call_ms`.execute(
    em.getKysely(),
  );
}

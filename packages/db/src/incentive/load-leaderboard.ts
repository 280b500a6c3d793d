import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

export type ScorePeriod = 'day' | 'week' | 'month';

export interface ScoreLine {
  agentId: string;
  name: string;
  enrollments: number;
  /** Time on calls, which "per hour" goes by. */
  callMs: number;
  /** Agents with the same count share one. */
  rank: number;
}

export interface Leaderboard {
  top: ScoreLine[];
  /** The agent who asks; undefined where they have nothing yet. */
  own: ScoreLine | undefined;
  /** How many more it takes to reach whoever is next; undefined at the top. */
  gap: number | undefined;
}

/** The best of a period up to now, and where an agent stands in it. There is no list of the last. */
export async function loadLeaderboard(
  em: EntityManager,
  asked: { billerId: string; agentId: string; period: ScorePeriod; at: Date; most: number },
): Promise<Leaderboard> {
  const { billerId, agentId, period, most } = asked;
  const db = em.getKysely();
  const since = sql`(select date_trunc(${period}, ${asked.at.toISOString()}::timestamptz at time zone b.time_zone)::date
    from biller b where b.id = ${billerId})`;
  const here = sql`s.biller_id = ${billerId} and s.period = ${period} and s.starts_on = ${since}`;
  const line = sql`s.agent_id as "agentId", g.name, s.enrollments, s.call_ms::float8 as "callMs"`;
  const named = sql`agent_score s join agent g on g.biller_id = s.biller_id and g.id = s.agent_id`;
  const top = await sql<ScoreLine>`
    select ${line}, (rank() over (order by s.enrollments desc))::int as rank from ${named}
    where ${here} and s.enrollments > 0 order by s.enrollments desc, s.agent_id limit ${most}`.execute(db);
  const own = await sql<ScoreLine & { ahead: number | null }>`
    select ${line},
      (select 1 + count(*)::int from agent_score o where o.biller_id = s.biller_id and o.period = s.period
        and o.starts_on = s.starts_on and o.enrollments > s.enrollments) as rank,
      (select min(o.enrollments) from agent_score o where o.biller_id = s.biller_id and o.period = s.period
        and o.starts_on = s.starts_on and o.enrollments > s.enrollments) as ahead
    from ${named} where ${here} and s.agent_id = ${agentId} and s.enrollments > 0`.execute(db);
  const [mine] = own.rows;
  if (!mine) return { top: top.rows, own: undefined, gap: undefined };
  const { ahead, ...ownLine } = mine;
  return { top: top.rows, own: ownLine, gap: ahead === null ? undefined : ahead - mine.enrollments };
}

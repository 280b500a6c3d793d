import type { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { LEAST_MINUTES, type RankedLine, type ScorePeriod } from './score-line.ts';

/** What is asked: agents by the number of their enrollments in a period up to now. */
export interface AgentBoardQuestion {
  billerId: string;
  agentId: string;
  at: Date;
  span: ScorePeriod;
  most: number;
}

/**
 * The best agents of a period, and the one who asks, with who is next above that one: read along the index of scores, of
 * which it touches the top, the neighbours and one count, however many agents there are.
 */
export async function loadAgentBoard(em: EntityManager, asked: AgentBoardQuestion): Promise<RankedLine[]> {
  const { billerId, agentId, at, span, most } = asked;
  const { rows } = await sql<RankedLine>`
    with bounds as (select date_trunc(${sql.lit(span)}, local)::date as since, local::date as until
      from (select ${at.toISOString()}::timestamptz at time zone b.time_zone as local from biller b where b.id = ${billerId}) b),
    best as (select s.agent_id, s.enrollments from agent_score s where ${inPeriod(asked)} and s.enrollments > 0
      order by s.enrollments desc, s.agent_id limit ${sql.lit(most)}),
    own as (select s.agent_id, s.enrollments from agent_score s
      where ${inPeriod(asked)} and s.agent_id = ${agentId} and s.enrollments > 0),
    up as (select u.agent_id, u.enrollments, g.name, u.enrollments - own.enrollments as gap from own, lateral (select s.agent_id, s.enrollments
        from agent_score s where ${inPeriod(asked)} and s.enrollments > own.enrollments
        order by s.enrollments, s.agent_id desc limit 1) u
      join agent g on g.biller_id = ${billerId} and g.id = u.agent_id),
    below as (select d.agent_id, d.enrollments from own, lateral (select s.agent_id, s.enrollments
        from agent_score s where ${inPeriod(asked)} and s.enrollments <= own.enrollments and s.enrollments > 0
          and s.agent_id <> own.agent_id order by s.enrollments desc, s.agent_id limit 1) d)
    select g.id::text as key, g.name, 1 as agents, line.enrollments, worked.minutes, line.agent_id = ${agentId} as "isOwn",
      case when worked.minutes >= ${sql.lit(LEAST_MINUTES)} then round(line.enrollments * 60.0 / worked.minutes, 2)::float8 end as "perHour",
      (select 1 + count(*) from agent_score s where ${inPeriod(asked)} and s.enrollments > line.enrollments)::int as rank,
      exists (select from agent_score s where ${inPeriod(asked)} and s.enrollments = line.enrollments
        and s.agent_id <> line.agent_id) as "isShared",
      up.name as above, up.gap
    from (select * from best union select * from own union select agent_id, enrollments from up union select * from below) line
    join agent g on g.biller_id = ${billerId} and g.id = line.agent_id
    left join up on line.agent_id = ${agentId}
    left join lateral (select sum(h.minutes)::int as minutes from agent_hours h, bounds where h.biller_id = ${billerId}
      and h.agent_id = line.agent_id and h.day between bounds.since and bounds.until) worked on true
    order by line.enrollments desc, g.name`.execute(em.getKysely());
  return rows;
}

/**
 * The biller's scores `s` of the period: as one value each, so that the index gives them in their order. Which period, and how
 * many lines, stand in the text: of a value that it does not see PostgreSQL assumes so many rows that it plans anew each time.
 */
function inPeriod({ billerId, span }: AgentBoardQuestion): RawBuilder<unknown> {
  return sql`s.biller_id = ${billerId} and s.period = ${sql.lit(span)} and s.starts_on = (select since from bounds)`;
}

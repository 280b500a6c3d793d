import type { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { loadAgentBoard } from './load-agent-board.ts';
import { LEAST_MINUTES, type RankedLine, type ScoreLine, type ScorePeriod } from './score-line.ts';

export type ScoreScope = 'agent' | 'team' | 'site';

export interface Leaderboard {
  top: ScoreLine[];
  /** The line of the agent who asks, or of their team or site; undefined where it has nothing yet. */
  own: ScoreLine | undefined;
  /** The one above, their own, the one below; empty where the own line is. */
  around: ScoreLine[];
  /** Who is next above, and how much it takes to reach them; undefined at the top. */
  next: { name: string; gap: number } | undefined;
  total: number;
}

export interface BoardQuestion {
  billerId: string;
  agentId: string;
  at: Date;
  /** A period up to now, or the days of a contest (`YYYY-MM-DD`, both included). */
  span: ScorePeriod | { from: string; to: string };
  scope: ScoreScope;
  by: 'total' | 'hour';
  most: number;
}

/** The best of a span, and where an agent stands in it. There is no list of the last. */
export async function loadLeaderboard(em: EntityManager, asked: BoardQuestion): Promise<Leaderboard> {
  const { most, by, scope, span } = asked;
  const isPlain = scope === 'agent' && by === 'total' && typeof span === 'string';
  const rows = isPlain ? await loadAgentBoard(em, { ...asked, span }) : await rankAll(em, asked);
  const lines = rows.map(({ isOwn: _, above: __, gap: ___, ...line }) => line);
  const at = rows.findIndex(({ isOwn }) => isOwn);
  const mine = rows[at];
  return {
    top: lines.filter(({ rank }) => rank <= most).slice(0, most),
    own: lines[at],
    around: at < 0 ? [] : lines.slice(Math.max(0, at - 1), at + 2),
    next: mine?.above && mine.gap !== null ? { name: mine.above, gap: mine.gap } : undefined,
    total: await countAll(em, asked),
  };
}

/** What is added up first has no index to be read along: teams, hours worked, the days of a contest. */
async function rankAll(em: EntityManager, asked: BoardQuestion): Promise<RankedLine[]> {
  const { most, by } = asked;
  const value = by === 'hour' ? sql`"perHour"` : sql`enrollments`;
  const { rows } = await sql<RankedLine>`
    with ${boundsOf(asked)}, ${linesOf(asked)}, valued as (
      select *, ${value} as value from line where ${value} is not null),
    ranked as (
      select *, (rank() over w)::int as rank, count(*) over (partition by value) > 1 as "isShared",
        row_number() over (order by value desc, name) as place
        from valued window w as (order by value desc))
    select r.key, r.name, r.agents, r.enrollments, r.minutes, r."perHour", r.rank, r."isShared", r."isOwn",
      up.name as above, (up.value - r.value)::float8 as gap from ranked r
    left join lateral (select name, value from ranked u where r."isOwn" and u.value > r.value
      order by u.value, u.name limit 1) up on true
    where r.place <= ${most} or abs(r.place - (select place from ranked where "isOwn" limit 1)) <= 1 order by r.rank, r.name`.execute(
    em.getKysely(),
  );
  return rows;
}

/** What everybody has done together, those without hours or a team included: kept as it is counted, in a few shares. */
async function countAll(em: EntityManager, asked: BoardQuestion): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    with ${boundsOf(asked)} select coalesce(sum(s.enrollments), 0)::int as total from board_total s, bounds
    where ${inSpan(asked)}`.execute(em.getKysely());
  return rows[0]?.total ?? 0;
}

function boundsOf({ billerId, at, span }: BoardQuestion): RawBuilder<unknown> {
  const today = sql`(${at.toISOString()}::timestamptz at time zone b.time_zone)`;
  return typeof span === 'string'
    ? sql`bounds as (select date_trunc(${sql.lit(span)}, ${today})::date as since, ${today}::date as until
        from biller b where b.id = ${billerId})`
    : sql`bounds as (select ${span.from}::date as since, ${span.to}::date as until)`;
}

function inSpan({ billerId, span }: BoardQuestion): RawBuilder<unknown> {
  return typeof span === 'string'
    ? sql`s.biller_id = ${billerId} and s.period = ${sql.lit(span)} and s.starts_on = bounds.since`
    : sql`s.biller_id = ${billerId} and s.period = 'day' and s.starts_on between bounds.since and bounds.until`;
}

function linesOf(asked: BoardQuestion): RawBuilder<unknown> {
  const { billerId, agentId, scope } = asked;
  const group = scope === 'agent' ? sql`g.id::text` : scope === 'team' ? sql`g.team` : sql`g.site`;
  const name = scope === 'agent' ? sql`min(g.name)` : group;
  return sql`
    score as (select s.agent_id, sum(s.enrollments)::int as enrollments from agent_score s, bounds where ${inSpan(asked)}
      group by s.agent_id having sum(s.enrollments) > 0),
    worked as (select h.agent_id, sum(h.minutes)::int as minutes from agent_hours h, bounds
      where h.biller_id = ${billerId} and h.day between bounds.since and bounds.until group by h.agent_id),
    line as (select ${group} as key, ${name} as name, count(*)::int as agents, sum(score.enrollments)::int as enrollments,
        sum(worked.minutes)::int as minutes, bool_or(g.id = ${agentId}) as "isOwn",
        case when sum(worked.minutes) >= ${LEAST_MINUTES}
          then round(sum(score.enrollments) * 60.0 / sum(worked.minutes), 2)::float8 end as "perHour"
      from score join agent g on g.biller_id = ${billerId} and g.id = score.agent_id
      left join worked on worked.agent_id = score.agent_id
      where ${group} is not null group by ${group})`;
}

import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { ScorePeriod } from './score-line.ts';

/** An agent against themselves. */
export interface OwnRecord {
  /** The most they had in any one period of the kind, and when that began. */
  best: number;
  bestOn: string | null;
  /** What they had in the period before this one, and their place in it. */
  before: number;
  beforeRank: number | null;
}

/** An agent's personal best and the period before, for a day, a week or a month. */
export async function loadOwnRecord(
  em: EntityManager,
  asked: { billerId: string; agentId: string; period: ScorePeriod; at: Date },
): Promise<OwnRecord> {
  const { billerId, agentId, period } = asked;
  const kind = sql.lit(period);
  const { rows } = await sql<OwnRecord>`
    with last as (select (date_trunc(${kind}, ${asked.at.toISOString()}::timestamptz at time zone b.time_zone)
        - ('1 ' || ${kind})::interval)::date as starts_on from biller b where b.id = ${billerId}),
    mine as (select s.* from agent_score s
      where s.biller_id = ${billerId} and s.agent_id = ${agentId} and s.period = ${kind} and s.enrollments > 0),
    prior as (select mine.* from mine, last where mine.starts_on = last.starts_on)
    select coalesce((select max(enrollments) from mine), 0)::int as best,
      (select starts_on::text from mine order by enrollments desc, starts_on limit 1) as "bestOn",
      coalesce((select enrollments from prior), 0)::int as before,
      (select 1 + (select count(*) from agent_score o where o.biller_id = prior.biller_id and o.period = prior.period
        and o.starts_on = prior.starts_on and o.enrollments > prior.enrollments) from prior)::int as "beforeRank"`.execute(
    em.getKysely(),
  );
  return rows[0] ?? { best: 0, bestOn: null, before: 0, beforeRank: null };
}

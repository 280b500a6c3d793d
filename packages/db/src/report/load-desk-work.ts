import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { loadSlaRule } from '../desk/load-sla-rule.ts';
import { inSpan, type ReportSpan } from './load-funnels.ts';

export interface DeskWork {
  agentId: string;
  name: string;
  replies: number;
  /** Half of the customers' questions were answered by this agent in less; null without any. */
  medianMs: number | null;
  /** Replies within the minutes that the biller promises. */
  inTime: number;
  open: number;
  calls: number;
  callMs: number;
}

/** Replies, how long customers waited for them, open threads and time on calls, by agent. */
export async function loadDeskWork(em: EntityManager, span: ReportSpan): Promise<DeskWork[]> {
  const { billerId } = span;
  const { answerMin } = await loadSlaRule(em, billerId);
  const { rows } = await sql<DeskWork>`
    with reply as (
      select a.actor_id, a.at, (select max(q.created_at) from message q
          where q.biller_id = m.biller_id and q.conversation_id = m.conversation_id and q.direction = 'in'
            and q.created_at < m.created_at) as asked
      from audit_event a join message m on m.biller_id = a.biller_id and m.id::text = a.subject_id
      where a.biller_id = ${billerId} and a.act = 'thread.replied' and ${inSpan(sql`a.at`, span)}),
    replied as (select actor_id, count(*)::int as replies,
        count(*) filter (where at - asked <= make_interval(mins => ${answerMin}::int))::int as in_time,
        (percentile_cont(0.5) within group (order by extract(epoch from at - asked)) * 1000)::float8 as median
      from reply group by actor_id),
    called as (select agent_id, count(*)::int as calls, sum(extract(epoch from ended_at - started_at) * 1000)::float8 as ms
      from enrollment where biller_id = ${billerId} and ended_at is not null and ${inSpan(sql`started_at`, span)}
      group by agent_id),
    held as (select assignee_id, count(*)::int as open from desk where biller_id = ${billerId} and state = 'open'
      and assignee_id is not null group by assignee_id)
    select g.id as "agentId", g.name, coalesce(replied.replies, 0) as replies,
      coalesce(replied.in_time, 0) as "inTime", replied.median as "medianMs",
      coalesce(held.open, 0) as open, coalesce(called.calls, 0) as calls, coalesce(called.ms, 0) as "callMs"
    from agent g left join replied on replied.actor_id = g.id left join called on called.agent_id = g.id
    left join held on held.assignee_id = g.id
    where g.biller_id = ${billerId} and (replied.replies > 0 or called.calls > 0 or held.open > 0)
    order by coalesce(replied.replies, 0) + coalesce(called.calls, 0) desc, g.name limit 50`.execute(
    em.getKysely(),
  );
  return rows;
}

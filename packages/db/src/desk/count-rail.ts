import type { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';

/** What waits behind each entry of the rail, counted no further than a hundred, which is shown as "99+". */
export interface RailCounts {
  /** Threads that are open and the agent's own or nobody's. */
  inbox: number;
  work: number;
  /** Callers to whom the agent has promised to call by now. */
  callBacks: number;
  /** Refunds that wait for a second person. */
  refunds: number;
}

const UP_TO = 100;

/** Counts all of them with one question; each part reads an index that holds just these rows. */
export async function countRail(
  em: EntityManager,
  { billerId, agentId, now }: { billerId: string; agentId: string; now: Date },
): Promise<RailCounts> {
  const count = (rows: RawBuilder<unknown>) =>
    sql`(select count(*)::int from (${rows} limit ${sql.lit(UP_TO)}) waiting)`;
  const open = sql`select from desk d where d.biller_id = ${billerId} and d.state = 'open'`;
  const { rows } = await sql<RailCounts>`select
    least(${sql.lit(UP_TO)}, ${count(sql`${open} and d.assignee_id is null`)}
      + ${count(sql`${open} and d.assignee_id = ${agentId}`)}) as inbox,
    ${count(sql`select from work_item w where w.biller_id = ${billerId} and w.closed_at is null`)} as work,
    ${count(sql`select from enrollment e where e.biller_id = ${billerId} and e.agent_id = ${agentId}
      and e.call_back_at <= ${now} and e.called_back_at is null`)} as "callBacks",
    ${count(sql`select from refund r where r.biller_id = ${billerId} and r.state = 'waiting'`)} as refunds`.execute(
    em.getKysely(),
  );
  const [row] = rows;
  if (!row) throw new Error('a question without from has one row');
  return row;
}

import type { DeskState, Queue } from '@kvitt/domain/desk/desk-state';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';
import { idArray } from '../kit/id-array.ts';
import { isoInstant } from '../kit/iso-instant.ts';

/** A thread as a line of the inbox. */
export interface ThreadLine {
  id: string;
  state: DeskState;
  assigneeId: string | null;
  team: string | null;
  lastAt: string;
  lastWords: string;
  lastDirection: 'in' | 'out';
  lastState: string;
  /** The customer's words that wait for an answer; null where nobody waits. */
  askedWords: string | null;
  unreadSince: string | null;
  wantedSince: string | null;
  snoozedUntil: string | null;
  failedAt: string | null;
  phone: string;
  /** Of the customer whom the phone serves first; null for a phone that nobody knows. */
  customerId: string | null;
  name: string | null;
  /** What all accounts of the phone owe: minor units. */
  dueMinor: number;
  tags: string[];
}

/** Where a page ends: the last line's time and id. */
export interface ThreadCursor {
  lastAt: string;
  id: string;
}

/**
 * A page of a queue, latest first. It begins behind a line rather than at a count, and reads one index in its order, so
 * that the millionth thread costs what the first does.
 */
export async function listThreads(
  em: EntityManager,
  asked: { billerId: string; queue: Queue; agentId: string; after?: ThreadCursor | undefined; most: number },
): Promise<ThreadLine[]> {
  const { billerId, after } = asked;
  const behind = after
    ? sql`and (d.last_at, d.conversation_id) < (${after.lastAt}::timestamptz, ${after.id}::uuid)`
    : sql``;
  return loadLines(
    em,
    sql`select d.* from desk d where d.biller_id = ${billerId} ${inQueue(asked)} ${behind}
      order by d.last_at desc, d.conversation_id desc limit ${sql.lit(asked.most)}`,
  );
}

/** The lines of these threads, wherever they lie; of those that there are. */
export async function findThreads(
  em: EntityManager,
  billerId: string,
  ids: readonly string[],
): Promise<ThreadLine[]> {
  return loadLines(
    em,
    // One that nobody has worked on yet has no row of its own; it stands as nobody's work.
    sql`select v.biller_id, v.id as conversation_id, coalesce(d.state, 'closed') as state, d.assignee_id, d.team,
        coalesce(d.last_at, v.last_inbound_at, v.opened_at) as last_at, coalesce(d.last_words, '') as last_words,
        coalesce(d.last_direction, 'out') as last_direction, coalesce(d.last_state, '') as last_state, d.unread_since,
        d.wanted_since, d.snoozed_until, d.failed_at
      from conversation v left join desk d on d.biller_id = v.biller_id and d.conversation_id = v.id
      where v.biller_id = ${billerId} and v.id = any(${idArray(ids)})`,
  );
}

/** What of the desk lies in a queue; each queue has an index of just this. */
export function inQueue({ queue, agentId }: { queue: Queue; agentId: string }): RawBuilder<unknown> {
  switch (queue) {
    case 'unassigned':
      return sql`and d.state = 'open' and d.assignee_id is null and d.team is null`;
    case 'mine':
      return sql`and d.state = 'open' and d.assignee_id = ${agentId}`;
    case 'team':
      // Who is in no team, as managers are, sees what waits for any.
      return sql`and d.state = 'open' and d.assignee_id is null and d.team is not null and d.team = coalesce(
        (select g.team from agent g where g.biller_id = d.biller_id and g.id = ${agentId}), d.team)`;
    case 'waiting':
      return sql`and d.state = 'waiting'`;
    case 'snoozed':
      return sql`and d.state = 'snoozed'`;
    case 'closed':
      return sql`and d.state = 'closed'`;
    case 'failed':
      return sql`and d.failed_at is not null`;
    case 'all':
      return sql``;
  }
}

async function loadLines(em: EntityManager, page: RawBuilder<unknown>): Promise<ThreadLine[]> {
  const { rows } = await sql<Omit<ThreadLine, 'dueMinor'> & { dueMinor: string }>`
    with page as materialized (${page})
    select d.conversation_id as id, d.state, d.assignee_id as "assigneeId", d.team, ${isoInstant(sql`d.last_at`)} as "lastAt",
      d.last_words as "lastWords", d.last_direction as "lastDirection", d.last_state as "lastState",
      case when d.wanted_since is not null then (select left(m.body, 200) from message m
        where m.biller_id = d.biller_id and m.conversation_id = d.conversation_id and m.direction = 'in'
        order by m.created_at desc limit 1) end as "askedWords",
      ${isoInstant(sql`d.unread_since`)} as "unreadSince", ${isoInstant(sql`d.wanted_since`)} as "wantedSince", ${isoInstant(sql`d.snoozed_until`)} as "snoozedUntil",
      ${isoInstant(sql`d.failed_at`)} as "failedAt", p.e164 as phone, who.id as "customerId", who.name, coalesce(owed.minor, 0) as "dueMinor",
      array(select t.tag from desk_tag t where t.biller_id = d.biller_id and t.conversation_id = d.conversation_id
        order by t.tag) as tags
    from page d
    join conversation v on v.biller_id = d.biller_id and v.id = d.conversation_id
    join phone p on p.biller_id = v.biller_id and p.id = v.phone_id
    left join lateral (
      select c.id, c.first_name || ' ' || c.last_name as name
      from account_phone ap join account a on a.biller_id = ap.biller_id and a.id = ap.account_id
      join customer c on c.biller_id = a.biller_id and c.id = a.customer_id
      where ap.biller_id = d.biller_id and ap.phone_id = v.phone_id
      order by ap.role desc, ap.since limit 1) who on true
    left join lateral (
      select sum(g.minor) as minor
      from account_phone ap join invoice i on i.biller_id = ap.biller_id and i.account_id = ap.account_id
      join posting g on g.biller_id = i.biller_id and g.invoice_id = i.id
      where ap.biller_id = d.biller_id and ap.phone_id = v.phone_id) owed on true
    order by d.last_at desc, d.conversation_id desc`.execute(em.getKysely());
  return rows.map((row) => ({ ...row, dueMinor: Math.max(0, Number(row.dueMinor)) }));
}

import type { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';

/**
 * Where rows say that something is due at a time of their own. A round whose rows are not named here is looked after all
 * the same, once an hour of test time, or three in a long move.
 */
const DUE: readonly ((now: RawBuilder<Date>) => RawBuilder<unknown>)[] = [
  (
    now,
  ) => sql`select min(m.send_at) from message m join sender s on s.biller_id = m.biller_id and s.id = m.sender_id
    where m.state in ('queued', 'uncertain') and s.paused_at is null and m.send_at > ${now}`,
  (now) => sql`select min(ask_at) from payment where ask_at > ${now}`,
  (now) => sql`select min(ask_at) from refund where ask_at > ${now}`,
  (now) => sql`select min(send_at) from reminder where state = 'planned' and send_at > ${now}`,
  // Nine in the morning of each biller's day, when its announcements begin.
  (now) => sql`select min(at) from (
    select (date_trunc('day', ${now} at time zone b.time_zone) + make_interval(days => d.days, hours => 9))
      at time zone b.time_zone as at from biller b, (values (0), (1)) as d (days)) mornings where at > ${now}`,
  (now) => sql`select min(start_at) from campaign where state = 'scheduled' and start_at > ${now}`,
  // A campaign that runs has a minute's worth of texts free after a minute.
  (now) => sql`select min(greatest(t.next_at, ${now} + interval '1 minute')) from campaign c
    join campaign_text t on t.biller_id = c.biller_id and t.campaign_id = c.id and t.state = 'waiting'
    where c.state = 'running'`,
];

/** The next instant after `now` at which something is due, in milliseconds; undefined where nothing is. */
export async function findNextDue(em: EntityManager, now: Date): Promise<number | undefined> {
  const at = sql<Date>`${now.toISOString()}::timestamptz`;
  const every = sql.join(
    DUE.map((due) => sql`(${due(at)})`),
    sql`, `,
  );
  const { rows } = await sql<{ ms: number | null }>`
    select extract(epoch from least(${every}))::float8 * 1000 as ms`.execute(em.getKysely());
  return rows[0]?.ms ?? undefined;
}

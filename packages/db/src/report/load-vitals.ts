import type { Vitals } from '@kvitt/domain/report/find-alarms';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Loads how the sending of texts is at `now`, over all billers. Texts of a paused sender wait by intent and do not count. */
export async function loadVitals(em: EntityManager, now: Date): Promise<Vitals> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const { rows } = await sql<Vitals>`
    select due.count as "dueTexts", coalesce(due.oldest, 0)::float8 as "oldestDueSeconds", hour.sent, hour.failed,
      (select count(*)::int from pgboss.job where state in ('created', 'retry', 'active')
        and name not like '\\_\\_pgboss%') as "waitingJobs",
      (select count(distinct (biller_id, phone_id))::int from consent_event
        where act = 'revoked' and at > ${at} - interval '1 hour' and at <= ${at}) as "optedOut",
      (select count(*)::int from sender where paused_at is not null) as "pausedSenders",
      (select count(*)::int from campaign where state = 'paused' and reason = 'OPT_OUT_SPIKE') as "brakedCampaigns"
    from (select count(*)::int as count, extract(epoch from ${at} - min(m.send_at)) as oldest
      from sender s join message m on m.sender_id = s.id and m.biller_id = s.biller_id
      where s.paused_at is null and m.state = 'queued' and m.send_at <= ${at}) due,
    (select count(*)::int as sent, count(*) filter (where state in ('failed', 'undelivered'))::int as failed from message
      where direction = 'out' and claimed_at > ${at} - interval '1 hour' and claimed_at <= ${at}) hour`.execute(
    em.getKysely(),
  );
  const [row] = rows;
  if (!row) throw new Error('a count is always one row');
  return row;
}

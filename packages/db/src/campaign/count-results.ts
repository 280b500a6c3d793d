import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

export interface CampaignCounts {
  waiting: number;
  queued: number;
  heldOut: number;
  cancelled: number;
  sent: number;
  delivered: number;
  failed: number;
  /** Within the days that are measured, as are those who paid. */
  optedOut: number;
  texted: { hits: number; of: number };
  leftOut: { hits: number; of: number };
}

/**
 * Counts what came of a campaign. Who was left out was asked about like the others, in the same hour, and only those count
 * whom the rules would have let through: so the two groups differ in nothing but the text.
 */
export async function countResults(
  em: EntityManager,
  campaign: { billerId: string; id: string },
  measureDays: number,
): Promise<{ counts: CampaignCounts; excluded: { reason: string; count: number }[] }> {
  const { billerId, id } = campaign;
  const kysely = em.getKysely();
  const { rows } = await sql<Row>`
    with reached as (
      select t.*, m.state as text_state, m.sent_at, exists (
        select from payment p where p.biller_id = t.biller_id and p.state = 'approved' and p.account_id in (
            select s.account_id from account_phone s where s.biller_id = t.biller_id and s.phone_id = t.phone_id)
          and p.finished_at >= t.decided_at and p.finished_at < t.decided_at + make_interval(days => ${measureDays}::int)) as paid,
        exists (select from consent_event e where e.biller_id = t.biller_id and e.phone_id = t.phone_id
          and e.act = 'revoked' and e.at >= m.sent_at and e.at < m.sent_at + make_interval(days => ${measureDays}::int)) as opted_out
      from campaign_text t left join message m on m.biller_id = t.biller_id and m.id = t.message_id
      where t.biller_id = ${billerId} and t.campaign_id = ${id})
    select count(*) filter (where state = 'waiting')::int as waiting,
      count(*) filter (where state = 'queued')::int as queued,
      count(*) filter (where state = 'held-out')::int as "heldOut",
      count(*) filter (where state = 'cancelled')::int as cancelled,
      count(*) filter (where sent_at is not null)::int as sent,
      count(*) filter (where text_state = 'delivered')::int as delivered,
      count(*) filter (where text_state in ('failed', 'undelivered'))::int as failed,
      count(*) filter (where opted_out)::int as "optedOut",
      count(*) filter (where state = 'queued' and paid)::int as "textedPaid",
      count(*) filter (where state = 'held-out' and paid)::int as "leftOutPaid"
    from reached`.execute(kysely);
  const excluded = await sql<{ reason: string; count: number }>`
    select reason, count(*)::int as count from campaign_text, unnest(reasons) as reason
    where biller_id = ${billerId} and campaign_id = ${id} and state = 'excluded'
      and reason !~ '^(WINDOW|CAP):'
    group by reason order by count desc, reason`.execute(kysely);
  const row = rows[0];
  if (!row) throw new Error('a count is always one row');
  const { textedPaid, leftOutPaid, ...counts } = row;
  return {
    counts: {
      ...counts,
      texted: { hits: textedPaid, of: counts.queued },
      leftOut: { hits: leftOutPaid, of: counts.heldOut },
    },
    excluded: excluded.rows,
  };
}

interface Row extends Omit<CampaignCounts, 'texted' | 'leftOut'> {
  textedPaid: number;
  leftOutPaid: number;
}

import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Counts a campaign's texts that went out since `since`, and the phones among them that have opted out after theirs. */
export async function countOptOuts(
  em: EntityManager,
  campaign: { billerId: string; id: string },
  since: Date,
): Promise<{ sent: number; optedOut: number }> {
  const { rows } = await sql<{ sent: number; optedOut: number }>`
    select count(*)::int as sent, count(*) filter (where exists (
      select from consent_event e where e.biller_id = m.biller_id and e.phone_id = m.phone_id and e.act = 'revoked'
        and e.at >= m.sent_at))::int as "optedOut"
    from campaign_text t join message m on m.biller_id = t.biller_id and m.id = t.message_id
    where t.biller_id = ${campaign.billerId} and t.campaign_id = ${campaign.id} and t.state = 'queued'
      and m.sent_at > ${since.toISOString()}::timestamptz`.execute(em.getKysely());
  return rows[0] ?? { sent: 0, optedOut: 0 };
}

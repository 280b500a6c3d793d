import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * Takes a campaign's texts out of the outbox that have not been handed over: with `waiting` they are written again when it
 * goes on, with `cancelled` nobody is texted any more.
 * @returns how many texts were taken back
 */
export async function takeBackTexts(
  em: EntityManager,
  campaign: { billerId: string; id: string },
  to: 'waiting' | 'cancelled',
  now: Date,
): Promise<number> {
  const { billerId, id } = campaign;
  const reason = to === 'waiting' ? 'CAMPAIGN_PAUSED' : 'CAMPAIGN_CANCELLED';
  const { rows } = await sql<{ count: number }>`
    with back as (
      update message m set state = 'cancelled', reason = ${reason} from campaign_text t
      where t.biller_id = ${billerId} and t.campaign_id = ${id} and t.state = 'queued'
        and m.biller_id = t.biller_id and m.id = t.message_id and m.state in ('queued', 'held')
      returning m.id),
    returned as (
      update campaign_text t set state = ${to}, message_id = null, tries = t.tries + 1,
        next_at = ${now.toISOString()}::timestamptz
      from back where t.biller_id = ${billerId} and t.message_id = back.id returning 1)
    select count(*)::int as count from returned`.execute(em.getKysely());
  if (to === 'cancelled') {
    await sql`update campaign_text set state = 'cancelled'
      where biller_id = ${billerId} and campaign_id = ${id} and state = 'waiting'`.execute(em.getKysely());
  }
  return rows[0]?.count ?? 0;
}

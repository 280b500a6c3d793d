import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Whether any phone of a campaign still waits for its turn, or any of its texts to be handed over. */
export async function isUnderWay(
  em: EntityManager,
  campaign: { billerId: string; id: string },
): Promise<boolean> {
  const { rows } = await sql`select 1 from campaign_text t
    left join message m on m.biller_id = t.biller_id and m.id = t.message_id
    where t.biller_id = ${campaign.billerId} and t.campaign_id = ${campaign.id}
      and (t.state = 'waiting' or m.state in ('queued', 'held', 'sending', 'uncertain')) limit 1`.execute(
    em.getKysely(),
  );
  return rows.length > 0;
}

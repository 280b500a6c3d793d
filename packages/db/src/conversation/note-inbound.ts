import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * Notes that a phone has texted: when, on its thread, and that it can be answered, whatever a carrier or a file said of it
 * before. In one statement, since every text that comes in asks for both.
 */
export async function noteInbound(
  em: EntityManager,
  { billerId, conversationId, phoneId }: { billerId: string; conversationId: string; phoneId: string },
  at: Date,
): Promise<void> {
  await sql`
    with heard as (
      update conversation set last_inbound_at = ${at.toISOString()}::timestamptz
      where biller_id = ${billerId} and id = ${conversationId})
    update phone set unreachable_since = null, unreachable_code = null, line_type = 'mobile'
    where biller_id = ${billerId} and id = ${phoneId}
      and (unreachable_since is not null or line_type = 'landline')`.execute(em.getKysely());
}

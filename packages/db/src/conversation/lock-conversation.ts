import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * Locks the conversation that a text belongs to until the transaction ends: two texts of one phone are answered one after
 * the other. What is read afterwards is as the one before has left it.
 */
export async function lockConversation(
  em: EntityManager,
  billerId: string,
  messageId: string,
): Promise<void> {
  await sql`
    select c.id from message m join conversation c on c.biller_id = m.biller_id and c.id = m.conversation_id
    where m.biller_id = ${billerId} and m.id = ${messageId} for update of c`.execute(em.getKysely());
}

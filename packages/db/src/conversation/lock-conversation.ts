import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * Locks the conversation that a text belongs to until the transaction ends: two texts of one phone are answered one after
 * the other. What is read afterwards is as the one before has left it. The weaker lock, so that a row that only refers to
 * the conversation, such as a bill's text, does not wait for it while it holds the bill.
 */
export async function lockConversation(
  em: EntityManager,
  billerId: string,
  messageId: string,
): Promise<void> {
  await sql`
    select c.id from message m join conversation c on c.biller_id = m.biller_id and c.id = m.conversation_id
    where m.biller_id = ${billerId} and m.id = ${messageId} for no key update of c`.execute(em.getKysely());
}

import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Message } from './message.entity.ts';

/** The id of the latest text that went out to a phone before it wrote this one; undefined where none ever did. */
export async function findLastText(
  em: EntityManager,
  { billerId, conversationId, createdAt }: Message,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from message where biller_id = ${billerId} and conversation_id = ${conversationId} and direction = 'out'
      and state in ('sent', 'delivered') and sent_at <= ${createdAt.toISOString()}::timestamptz
    order by sent_at desc limit 1`.execute(em.getKysely());
  return rows[0]?.id;
}

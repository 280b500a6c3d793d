import type { EntityManager } from '@mikro-orm/postgresql';
import { type RawBuilder, sql } from 'kysely';

interface ThreadKey {
  billerId: string;
  conversationId: string;
}

/**
 * The codes of a thread's open questions, of every kind, expired ones too. The next question has none of them: a YES to
 * the text before it must not agree to what it asks.
 */
export async function findOpenCodes(em: EntityManager, thread: ThreadKey): Promise<string[]> {
  const { rows } = await sql<{ codes: string[] }>`select ${openCodes(thread)} as codes`.execute(
    em.getKysely(),
  );
  return rows[0]?.codes ?? [];
}

/** A part of a statement: the same as a JSON array. */
export function openCodes({ billerId, conversationId }: ThreadKey): RawBuilder<string[]> {
  const open = sql`biller_id = ${billerId} and conversation_id = ${conversationId} and state = 'open'`;
  return sql`(select coalesce(json_agg(code), '[]') from (
    select code from pay_offer where ${open} union select code from autopay_offer where ${open}
    union select code from plan_offer where ${open}) asked)`;
}

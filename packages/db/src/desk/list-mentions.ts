import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { isoInstant } from '../kit/iso-instant.ts';

/** A note that names an agent. */
export interface Mention {
  noteId: string;
  conversationId: string;
  /** Who wrote it, and its beginning. */
  by: string;
  words: string;
  at: string;
  isNew: boolean;
}

/** A note of longer ago is history, and is found in its thread. */
const FOR_DAYS = 30;
const MOST = 20;

/** The latest notes that name an agent, their own left out; those are new that came since the agent last looked. */
export async function listMentions(
  em: EntityManager,
  who: { billerId: string; agentId: string },
  now: Date,
): Promise<Mention[]> {
  const { billerId, agentId } = who;
  const { rows } = await sql<Mention>`
    select n.id as "noteId", n.conversation_id as "conversationId", n.author as by, left(n.body, 140) as words,
      ${isoInstant(sql`n.created_at`)} as at, s.seen_at is null or n.created_at > s.seen_at as "isNew"
    from desk_note n left join mention_seen s on s.biller_id = n.biller_id and s.agent_id = ${agentId}
    where n.biller_id = ${billerId} and ${agentId}::uuid = any(n.mentions) and n.author_id is distinct from ${agentId}
      and n.created_at > ${now.toISOString()}::timestamptz - make_interval(days => ${FOR_DAYS})
    order by n.created_at desc, n.id desc limit ${MOST}`.execute(em.getKysely());
  return rows;
}

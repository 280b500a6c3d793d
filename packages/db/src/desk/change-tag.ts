import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Puts a tag on a thread, or takes it off; either twice is once. The thread is told as changed. */
export async function changeTag(
  em: EntityManager,
  thread: { billerId: string; conversationId: string },
  { tag, isOn, at }: { tag: string; isOn: boolean; at: Date },
): Promise<void> {
  const { billerId, conversationId } = thread;
  const db = em.getKysely();
  if (isOn) {
    await sql`
      insert into desk_tag (biller_id, conversation_id, tag, since)
      select biller_id, id, ${tag}, ${at.toISOString()} from conversation where biller_id = ${billerId} and id = ${conversationId}
      on conflict do nothing`.execute(db);
  } else {
    await sql`
      delete from desk_tag where biller_id = ${billerId} and conversation_id = ${conversationId} and tag = ${tag}`.execute(
      db,
    );
  }
  await sql`select pg_notify('kvitt_live', ${`${billerId} desk ${conversationId}`})`.execute(db);
}

import { sql } from 'kysely';
import type { TxCtx } from '../kit/context.ts';

/**
 * Notes that an account's customer has the thread before them, within the caller's transaction, and tells who works in it
 * where an answer had not been seen before.
 */
export async function noteThreadLook(
  tx: TxCtx,
  { billerId, accountId, conversationId }: { billerId: string; accountId: string; conversationId: string },
): Promise<void> {
  const now = tx.clock.now();
  const kysely = tx.em.getKysely();
  const { rows } = await sql<{ isNews: boolean }>`
    select exists (select from message m where m.biller_id = ${billerId} and m.conversation_id = ${conversationId}
      and m.template = 'agent-reply' and m.created_at > coalesce((select l.at from thread_look l
        where l.biller_id = ${billerId} and l.conversation_id = ${conversationId} and l.account_id = ${accountId}),
        '-infinity')) as "isNews"`.execute(kysely);
  await sql`insert into thread_look (biller_id, conversation_id, account_id, at)
    values (${billerId}, ${conversationId}, ${accountId}, ${now})
    on conflict (biller_id, conversation_id, account_id) do update set at = greatest(thread_look.at, excluded.at)`.execute(
    kysely,
  );
  // As the desk's own triggers tell it.
  if (rows[0]?.isNews)
    await sql`select pg_notify('kvitt_live', ${`${billerId} desk ${conversationId}`})`.execute(kysely);
}

import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Message } from './message.entity.ts';

/** Whether the thread was told on that day, by the customer's own calendar, what can be said in it. */
export async function wasTold(
  em: EntityManager,
  { billerId, conversationId }: Message,
  { today, timeZone }: { today: string; timeZone: string },
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from message where biller_id = ${billerId} and conversation_id = ${conversationId}
      and template = 'what-to-say' and (created_at at time zone ${timeZone})::date = ${today}::date limit 1`.execute(
    em.getKysely(),
  );
  return rows.length > 0;
}

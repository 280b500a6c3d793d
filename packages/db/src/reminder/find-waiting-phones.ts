import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Phones with reminders whose time has come, the longest waiting first, at most `limit` of them. */
export async function findWaitingPhones(
  em: EntityManager,
  now: Date,
  limit: number,
): Promise<{ billerId: string; id: string }[]> {
  const { rows } = await sql<{ billerId: string; id: string }>`
    select biller_id as "billerId", phone_id as id from reminder
    where state = 'planned' and send_at <= ${now.toISOString()}::timestamptz
    group by biller_id, phone_id order by min(send_at), phone_id limit ${limit}`.execute(em.getKysely());
  return rows;
}

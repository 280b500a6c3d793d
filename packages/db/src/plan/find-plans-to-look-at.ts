import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Looked at in a round; the rest waits for the next one. */
const AT_ONCE = 50;

/** Running plans whose time to be looked at has come, the longest waiting first. */
export async function findPlansToLookAt(
  em: EntityManager,
  now: Date,
): Promise<{ billerId: string; id: string }[]> {
  const { rows } = await sql<{ billerId: string; id: string }>`
    select biller_id as "billerId", id from payment_plan
    where state = 'running' and look_at <= ${now.toISOString()}::timestamptz
    order by look_at, id limit ${AT_ONCE}`.execute(em.getKysely());
  return rows;
}

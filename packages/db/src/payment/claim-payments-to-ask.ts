import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Asked about at a time; the rest waits for the next round. */
const AT_ONCE = 20;

/**
 * Takes payments whose time to be asked about has come, and puts that time off to `leaseUntil`,
 * so that no two processes ask at once and a process that dies meanwhile loses nothing.
 */
export async function claimPaymentsToAsk(
  em: EntityManager,
  now: Date,
  leaseUntil: Date,
): Promise<{ billerId: string; id: string }[]> {
  const { rows } = await sql<{ billerId: string; id: string }>`
    update payment p set ask_at = ${leaseUntil.toISOString()}::timestamptz
    from (
      select biller_id, id from payment
      where ask_at <= ${now.toISOString()}::timestamptz
      order by ask_at limit ${AT_ONCE} for update skip locked) due
    where p.biller_id = due.biller_id and p.id = due.id
    returning p.biller_id as "billerId", p.id`.execute(em.getKysely());
  return rows;
}

import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Asked about at a time; the rest waits for the next round. */
const AT_ONCE = 20;

/** Takes refunds whose time to be asked about has come, and puts that time off to `leaseUntil`. */
export async function claimRefundsToAsk(
  em: EntityManager,
  now: Date,
  leaseUntil: Date,
): Promise<{ billerId: string; id: string }[]> {
  const { rows } = await sql<{ billerId: string; id: string }>`
    update refund r set ask_at = ${leaseUntil.toISOString()}::timestamptz
    from (
      select biller_id, id from refund where ask_at <= ${now.toISOString()}::timestamptz
      order by ask_at limit ${AT_ONCE} for update skip locked) due
    where r.biller_id = due.biller_id and r.id = due.id
    returning r.biller_id as "billerId", r.id`.execute(em.getKysely());
  return rows;
}

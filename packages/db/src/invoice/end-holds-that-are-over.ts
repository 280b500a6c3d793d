import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Ends every hold whose last day is over in its biller's zone; gives how many there were. */
export async function endHoldsThatAreOver(em: EntityManager, now: Date): Promise<number> {
  const at = now.toISOString();
  const { numAffectedRows } = await sql`
    update invoice_hold h set ended_at = ${at}::timestamptz, ended_by = 'rules'
    from biller b
    where b.id = h.biller_id and h.ended_at is null
      and h.ends_on < (${at}::timestamptz at time zone b.time_zone)::date`.execute(em.getKysely());
  return Number(numAffectedRows ?? 0);
}

import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Taken at a time; the rest waits for the next round. */
const AT_ONCE = 20;

/** The planned charges whose hour has come, or whose customers are to be told, the longest due first. */
export async function findDueCharges(
  em: EntityManager,
  due: 'charge' | 'tell',
  now: Date,
): Promise<{ billerId: string; id: string; invoiceId: string }[]> {
  const at = now.toISOString();
  const what =
    due === 'charge'
      ? sql`charge_at <= ${at}::timestamptz order by charge_at`
      : sql`tell_at <= ${at}::timestamptz order by tell_at`;
  const { rows } = await sql<{ billerId: string; id: string; invoiceId: string }>`
    select biller_id as "billerId", id, invoice_id as "invoiceId" from planned_charge
    where state = 'queued' and ${what}, id limit ${AT_ONCE}`.execute(em.getKysely());
  return rows;
}

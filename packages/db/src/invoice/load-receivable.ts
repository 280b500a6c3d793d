import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** The balance of a bill's receivable, in minor units: what its postings add up to; 0 where there are none. */
export async function loadReceivable(
  em: EntityManager,
  billerId: string,
  invoiceId: string,
): Promise<number> {
  const { rows } = await sql<{ minor: string }>`
    select coalesce(sum(minor), 0) as minor from posting
    where biller_id = ${billerId} and invoice_id = ${invoiceId}`.execute(em.getKysely());
  return Number(rows[0]?.minor ?? 0);
}

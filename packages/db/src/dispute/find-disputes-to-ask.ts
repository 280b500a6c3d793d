import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** The processor's ids of a biller's disputes that are not decided yet. */
export async function findDisputesToAsk(em: EntityManager, billerId: string): Promise<string[]> {
  const { rows } = await sql<{ vendorId: string }>`
    select vendor_id as "vendorId" from dispute where biller_id = ${billerId} and decided_at is null
    order by opened_at`.execute(em.getKysely());
  return rows.map(({ vendorId }) => vendorId);
}

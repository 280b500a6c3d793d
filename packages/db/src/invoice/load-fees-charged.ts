import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** How many late fees a bill has had, and the day of the last (`YYYY-MM-DD`; undefined where there was none). */
export async function loadFeesCharged(
  em: EntityManager,
  bill: { billerId: string; invoiceId: string },
): Promise<{ feesBefore: number; lastFeeOn: string | undefined }> {
  const { rows } = await sql<{ count: number; last: string | null }>`
    select count(*)::int as count, max(on_day)::text as last from adjustment
    where biller_id = ${bill.billerId} and invoice_id = ${bill.invoiceId} and kind = 'late-fee'`.execute(
    em.getKysely(),
  );
  const [row] = rows;
  return { feesBefore: row?.count ?? 0, lastFeeOn: row?.last ?? undefined };
}

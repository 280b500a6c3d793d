import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** What of a bill was written off and not reversed, and charged as fees and not waived: minor units. */
export async function loadAdjustmentSums(
  em: EntityManager,
  billerId: string,
  invoiceId: string,
): Promise<{ writtenOffMinor: number; feesMinor: number }> {
  const { rows } = await sql<{ off: string; fees: string }>`
    select coalesce(sum(case kind when 'write-off' then amount_minor when 'write-off-reversed' then -amount_minor end), 0)
        as off,
      coalesce(sum(case kind when 'late-fee' then amount_minor when 'fee-waived' then -amount_minor end), 0) as fees
    from adjustment where biller_id = ${billerId} and invoice_id = ${invoiceId}`.execute(em.getKysely());
  return { writtenOffMinor: Number(rows[0]?.off ?? 0), feesMinor: Number(rows[0]?.fees ?? 0) };
}

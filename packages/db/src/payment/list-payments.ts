import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * What was paid towards a bill, oldest first, from the ledger: captured and not taken back, or settled outside.
 * Minor units of the bill's currency.
 */
export async function listPayments(
  em: EntityManager,
  billerId: string,
  invoiceId: string,
): Promise<{ at: Date; minor: number }[]> {
  const { rows } = await sql<{ at: string; minor: string }>`
    select e.at, -g.minor as minor from posting g
    join journal_entry e on e.biller_id = g.biller_id and e.id = g.entry_id
    where g.biller_id = ${billerId} and g.invoice_id = ${invoiceId}
      and e.cause in ('payment-captured', 'settled-outside')
      and not exists (select from journal_entry v where v.biller_id = e.biller_id
        and v.cause = 'payment-voided' and v.cause_id = e.cause_id)
    order by e.at`.execute(em.getKysely());
  return rows.map((row) => ({ at: new Date(row.at), minor: Number(row.minor) }));
}

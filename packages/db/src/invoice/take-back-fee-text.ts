import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * Takes the text of a bill's late fee out of the outbox where it still waits, for whoever writes what it says anew.
 * @returns the fee that it was about, in minor units; 0 where no such text waits
 */
export async function takeBackFeeText(
  em: EntityManager,
  bill: { billerId: string; invoiceId: string },
): Promise<number> {
  const { rows } = await sql<{ minor: string }>`
    with taken as (
      update message set state = 'cancelled', reason = 'AMOUNT_CHANGED'
      where biller_id = ${bill.billerId} and invoice_id = ${bill.invoiceId} and template = 'fee-added'
        and state in ('queued', 'held')
      returning cause)
    select coalesce(sum(x.amount_minor), 0) as minor from taken t
    join adjustment x on x.biller_id = ${bill.billerId} and x.invoice_id = ${bill.invoiceId}
      and split_part(t.cause, '/', 2) = x.id::text`.execute(em.getKysely());
  return Number(rows[0]?.minor ?? 0);
}

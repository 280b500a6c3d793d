import type { UnwoundPart } from '@kvitt/domain/refund/unwind-parts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** The parts of a payment, oldest due first, with what of each went back already or is on its way back. */
export async function loadUnwoundParts(
  em: EntityManager,
  billerId: string,
  paymentId: string,
): Promise<UnwoundPart[]> {
  const { rows } = await sql<{ invoiceId: string; amountMinor: string; unwoundMinor: string }>`
    select t.invoice_id as "invoiceId", t.amount_minor as "amountMinor",
      (select coalesce(sum(x.amount_minor), 0) from refund r
        join refund_part x on x.biller_id = r.biller_id and x.refund_id = r.id
        where r.biller_id = t.biller_id and r.payment_id = t.payment_id and x.invoice_id = t.invoice_id
          and r.state <> 'refused')
      + (select coalesce(sum(x.amount_minor), 0) from dispute d
        join dispute_part x on x.biller_id = d.biller_id and x.dispute_id = d.id
        where d.biller_id = t.biller_id and d.payment_id = t.payment_id and x.invoice_id = t.invoice_id) as "unwoundMinor"
    from payment_part t join invoice i on i.biller_id = t.biller_id and i.id = t.invoice_id
    where t.biller_id = ${billerId} and t.payment_id = ${paymentId} order by i.due_on, i.number`.execute(
    em.getKysely(),
  );
  return rows.map(({ invoiceId, amountMinor, unwoundMinor }) => ({
    invoiceId,
    amountMinor: Number(amountMinor),
    unwoundMinor: Number(unwoundMinor),
  }));
}

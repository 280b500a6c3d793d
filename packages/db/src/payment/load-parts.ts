import type { PaymentPart } from '@kvitt/domain/payment/payment-part';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** A part of a payment with its bill's number and what is due there by now, in minor units. */
export interface LoadedPart extends PaymentPart {
  number: string;
  remainingMinor: number;
}

/** What a payment puts towards which bill, oldest due first. */
export async function loadParts(
  em: EntityManager,
  billerId: string,
  paymentId: string,
): Promise<LoadedPart[]> {
  const { rows } = await sql<Row>`
    select t.invoice_id as "invoiceId", t.amount_minor as "amountMinor", i.number,
      (select coalesce(sum(g.minor), 0) from posting g
        where g.biller_id = t.biller_id and g.invoice_id = t.invoice_id) as "remainingMinor"
    from payment_part t join invoice i on i.biller_id = t.biller_id and i.id = t.invoice_id
    where t.biller_id = ${billerId} and t.payment_id = ${paymentId}
    order by i.due_on, i.number`.execute(em.getKysely());
  return rows.map((row) => ({
    ...row,
    amountMinor: Number(row.amountMinor),
    remainingMinor: Number(row.remainingMinor),
  }));
}

/** Sums come as text. */
interface Row extends Pick<LoadedPart, 'invoiceId' | 'number'> {
  amountMinor: string;
  remainingMinor: string;
}

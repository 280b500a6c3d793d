import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** A bill with something due. */
export interface BillOfCustomer {
  invoiceId: string;
  accountId: string;
  isHeld: boolean;
}

/** All bills of a customer with something due, soonest due first, of all of the customer's accounts. */
export async function listOpenBillsOfCustomer(
  em: EntityManager,
  { billerId, customerId }: { billerId: string; customerId: string },
): Promise<BillOfCustomer[]> {
  const { rows } = await sql<BillOfCustomer>`
    select i.id as "invoiceId", i.account_id as "accountId", exists (select from invoice_hold h
      where h.biller_id = i.biller_id and h.invoice_id = i.id and h.ended_at is null) as "isHeld"
    from account a join invoice i on i.biller_id = a.biller_id and i.account_id = a.id
    where a.biller_id = ${billerId} and a.customer_id = ${customerId}
      and (select sum(g.minor) from posting g where g.biller_id = i.biller_id and g.invoice_id = i.id) > 0
    order by i.due_on, i.number`.execute(em.getKysely());
  return rows;
}

import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * Closes every open offer about any of the bills that a payment covers: those that name one themselves, and those of several
 * bills. Looked for apart, each along an index of its own; asked in one condition, all open offers of the biller are read.
 */
export async function supersedeOffers(em: EntityManager, billerId: string, paymentId: string): Promise<void> {
  await sql`
    update pay_offer o set state = 'superseded'
    where o.biller_id = ${billerId} and o.state = 'open' and o.id in (
      select n.id from payment_part t
      join pay_offer n on n.biller_id = t.biller_id and n.invoice_id = t.invoice_id and n.state = 'open'
      where t.biller_id = ${billerId} and t.payment_id = ${paymentId}
      union all
      select x.offer_id from payment_part t
      join pay_offer_part x on x.biller_id = t.biller_id and x.invoice_id = t.invoice_id
      where t.biller_id = ${billerId} and t.payment_id = ${paymentId})`.execute(em.getKysely());
}

import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Closes every open offer about any of the bills that a payment covers. */
export async function supersedeOffers(em: EntityManager, billerId: string, paymentId: string): Promise<void> {
  await sql`
    update pay_offer o set state = 'superseded'
    from payment_part t
    where t.biller_id = ${billerId} and t.payment_id = ${paymentId} and o.biller_id = t.biller_id
      and o.state = 'open' and (o.invoice_id = t.invoice_id or exists (select from pay_offer_part x
        where x.biller_id = o.biller_id and x.offer_id = o.id and x.invoice_id = t.invoice_id))`.execute(
    em.getKysely(),
  );
}

import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** What of a payment's fee for its card went back already, or is on its way back; minor units. */
export async function loadUnwoundFee(
  em: EntityManager,
  billerId: string,
  paymentId: string,
): Promise<number> {
  const { rows } = await sql<{ minor: string }>`
    select (select coalesce(sum(fee_minor), 0) from refund
        where biller_id = ${billerId} and payment_id = ${paymentId} and state <> 'refused')
      + (select coalesce(sum(fee_minor), 0) from dispute
        where biller_id = ${billerId} and payment_id = ${paymentId}) as minor`.execute(em.getKysely());
  return Number(rows[0]?.minor ?? 0);
}

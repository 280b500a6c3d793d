import type { PaymentState } from '@kvitt/domain/payment/payment';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** The payments that may still move money for any of the given bills. */
export async function findLivePayments(
  em: EntityManager,
  billerId: string,
  invoiceIds: readonly string[],
): Promise<{ id: string; state: PaymentState }[]> {
  const { rows } = await sql<{ id: string; state: PaymentState }>`
    select distinct p.id, p.state from payment_part t
    join payment p on p.biller_id = t.biller_id and p.id = t.payment_id
    where t.biller_id = ${billerId} and t.invoice_id = any(${[...invoiceIds]}::uuid[]) and t.is_live`.execute(
    em.getKysely(),
  );
  return rows;
}

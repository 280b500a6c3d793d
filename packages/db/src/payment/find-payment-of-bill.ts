import type { PaymentState } from '@kvitt/domain/payment/payment';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { Payment } from './payment.entity.ts';

/**
 * The latest payment that covers a bill, alone or with others, in one of `states` (any where absent); the one with
 * `paymentId` where that is given. Null where there is none.
 */
export async function findPaymentOfBill(
  em: EntityManager,
  bill: { billerId: string; id: string },
  which: { paymentId?: string; states?: readonly PaymentState[] },
): Promise<Payment | null> {
  const { paymentId, states } = which;
  const { rows } = await sql<{ id: string }>`
    select p.id from payment_part t join payment p on p.biller_id = t.biller_id and p.id = t.payment_id
    where t.biller_id = ${bill.billerId} and t.invoice_id = ${bill.id}
      and (${paymentId ?? null}::uuid is null or p.id = ${paymentId ?? null}::uuid)
      and (${states === undefined} or p.state = any(${[...(states ?? [])]}::text[]))
    order by p.finished_at desc nulls first limit 1`.execute(em.getKysely());
  const [row] = rows;
  return row ? em.findOne(Payment, { billerId: bill.billerId, id: row.id }) : null;
}

import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { isoInstant } from '../kit/iso-instant.ts';

/** A refund that waits for a second person. */
export interface WaitingRefund {
  id: string;
  amountMinor: number;
  currency: string;
  reason: string;
  effect: string;
  askedBy: string;
  askedForAt: string;
  paidMinor: number;
  card: string | null;
  customerId: string;
  customer: string;
}

/** More than this many at a time are no four eyes any more. */
const MOST = 200;

/** Refunds above the limit that nobody has decided on yet, oldest first. */
export async function listWaitingRefunds(em: EntityManager, billerId: string): Promise<WaitingRefund[]> {
  const { rows } = await sql<WaitingRefund>`
    select r.id, r.amount_minor::float8 as "amountMinor", r.currency, r.reason, r.effect, r.asked_by as "askedBy",
      ${isoInstant(sql`r.asked_for_at`)} as "askedForAt", y.amount_minor::float8 as "paidMinor",
      y.card_brand || ' ··' || y.card_last4 as card, c.id as "customerId", c.first_name || ' ' || c.last_name as customer
    from refund r join payment y on y.biller_id = r.biller_id and y.id = r.payment_id
    join account a on a.biller_id = y.biller_id and a.id = y.account_id
    join customer c on c.biller_id = a.biller_id and c.id = a.customer_id
    where r.biller_id = ${billerId} and r.state = 'waiting' order by r.asked_for_at limit ${MOST}`.execute(
    em.getKysely(),
  );
  return rows;
}

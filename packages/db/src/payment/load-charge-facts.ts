import type { Currency } from '@kvitt/domain/money/money';
import type { Initiator } from '@kvitt/domain/payment/decide-initiator';
import type { PaymentChannel, PaymentState } from '@kvitt/domain/payment/payment';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** What the processor is asked by, once a payment has been started. */
export interface ChargeFacts {
  state: PaymentState;
  startedAt: Date;
  amountMinor: number;
  currency: Currency;
  channel: PaymentChannel;
  /** Null of a payment that was started before this was written down. */
  initiator: Initiator | null;
  isCardKept: boolean;
  /** Of the stored card; null where a new one is entered. */
  vaultToken: string | null;
  /** Whose vault a new card goes into; null where the processor does not know them yet. */
  vaultCustomerId: string | null;
  firstName: string;
  lastName: string;
}

/** Loads what a charge needs, with one question. Throws where there is no such payment. */
export async function loadChargeFacts(
  em: EntityManager,
  { billerId, paymentId }: { billerId: string; paymentId: string },
): Promise<ChargeFacts> {
  const { rows } = await sql<Omit<ChargeFacts, 'startedAt'> & { startedAt: string }>`
    select p.state, p.started_at as "startedAt", p.amount_minor::float8 as "amountMinor", p.currency, p.channel, p.initiator,
      p.is_card_kept as "isCardKept", m.vault_token as "vaultToken", a.vault_customer_id as "vaultCustomerId",
      c.first_name as "firstName", c.last_name as "lastName"
    from payment p
    join account a on a.biller_id = p.biller_id and a.id = p.account_id
    join customer c on c.biller_id = p.biller_id and c.id = a.customer_id
    left join payment_method m on m.biller_id = p.biller_id and m.id = p.method_id
    where p.biller_id = ${billerId} and p.id = ${paymentId}`.execute(em.getKysely());
  const [row] = rows;
  if (!row) throw new Error(`there is no payment ${paymentId}`);
  return { ...row, startedAt: new Date(row.startedAt) };
}

import type { Language } from '@kvitt/domain/locale/language';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** What is told of a payment's outcome besides the payment itself, and to whom. */
export interface OutcomeFacts {
  brand: string;
  firstName: string;
  language: Language;
  timeZone: string;
  /** The stored card that was charged; undefined where a new one was. */
  method: { brand: string; last4: string } | undefined;
  /** When the text came that asked for it; undefined where it was asked for on the page. */
  askedAt: Date | undefined;
  /** Where texts about it go; undefined for someone without a thread. */
  thread: { senderId: string; phoneId: string } | undefined;
}

/** Loads what a customer is told of a payment, with one question for all of it. */
export async function loadOutcomeFacts(
  em: EntityManager,
  billerId: string,
  paymentId: string,
): Promise<OutcomeFacts> {
  const { rows } = await sql<Row>`
    select b.name as brand, c.first_name as "firstName", c.language, c.time_zone as "timeZone",
      pm.brand as "cardBrand", pm.last4 as "cardLast4", m.created_at as "askedAt",
      t.sender_id as "senderId", t.phone_id as "phoneId"
    from payment p
    join biller b on b.id = p.biller_id
    join account a on a.biller_id = p.biller_id and a.id = p.account_id
    join customer c on c.biller_id = p.biller_id and c.id = a.customer_id
    left join payment_method pm on pm.biller_id = p.biller_id and pm.id = p.method_id
    left join message m on m.biller_id = p.biller_id and m.id = p.message_id
    left join conversation t on t.biller_id = p.biller_id and t.id = p.conversation_id
    where p.biller_id = ${billerId} and p.id = ${paymentId}`.execute(em.getKysely());
  const [row] = rows;
  if (!row) throw new Error(`there is no payment ${paymentId}`);
  const { cardBrand, cardLast4, askedAt, senderId, phoneId, ...facts } = row;
  return {
    ...facts,
    method: cardBrand !== null && cardLast4 !== null ? { brand: cardBrand, last4: cardLast4 } : undefined,
    askedAt: askedAt === null ? undefined : new Date(askedAt),
    thread: senderId !== null && phoneId !== null ? { senderId, phoneId } : undefined,
  };
}

/** Instants come as text. */
interface Row extends Pick<OutcomeFacts, 'brand' | 'firstName' | 'language' | 'timeZone'> {
  cardBrand: string | null;
  cardLast4: string | null;
  askedAt: string | null;
  senderId: string | null;
  phoneId: string | null;
}

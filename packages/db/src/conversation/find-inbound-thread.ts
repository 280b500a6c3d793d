import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Between whom a text went, as far as they are known. */
export interface InboundThread {
  billerId: string;
  senderId: string;
  /** Null for a phone that the biller has never seen. */
  phoneId: string | null;
  /** Null where these two have never texted each other. */
  conversationId: string | null;
}

/**
 * Finds the thread that an inbound text belongs to, with one question; undefined where the number is none of our
 * billers'.
 * @param from the customer's phone, E.164
 * @param to the number of ours that was texted, E.164
 */
export async function findInboundThread(
  em: EntityManager,
  from: string,
  to: string,
): Promise<InboundThread | undefined> {
  const { rows } = await sql<InboundThread>`
    select s.biller_id as "billerId", s.id as "senderId", p.id as "phoneId", c.id as "conversationId"
    from sender s
    left join phone p on p.biller_id = s.biller_id and p.e164 = ${from}
    left join conversation c on c.biller_id = s.biller_id and c.phone_id = p.id and c.sender_id = s.id
    where s.number = ${to}`.execute(em.getKysely());
  return rows[0];
}

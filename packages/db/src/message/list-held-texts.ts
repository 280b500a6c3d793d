import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { isoInstant } from '../kit/iso-instant.ts';

/** A text that waits for a person's word, with whom it is for and why it waits. */
export interface HeldText {
  id: string;
  conversationId: string;
  /** Of the customer whom the phone serves first; null for a phone that nobody knows. */
  customerId: string | null;
  name: string | null;
  /** E.164. */
  phone: string;
  body: string;
  /** The contact policy's code. */
  reason: string;
  createdAt: string;
  /** Pointless after this; null where it has no such time. */
  sendBefore: string | null;
  /** What the phone said, and when, where it waits because that may have been a STOP. */
  said: string | null;
  saidAt: string | null;
}

const MOST = 200;

/** The texts of a biller that the rules left to a person, oldest first. */
export async function listHeldTexts(em: EntityManager, billerId: string): Promise<HeldText[]> {
  const { rows } = await sql<HeldText>`
    select m.id, m.conversation_id as "conversationId", c.id as "customerId",
      c.first_name || ' ' || c.last_name as name, p.e164 as phone, m.body, m.reason,
      ${isoInstant(sql`m.created_at`)} as "createdAt", ${isoInstant(sql`m.send_before`)} as "sendBefore",
      said.body as said, ${isoInstant(sql`p.held_since`)} as "saidAt"
    from message m join phone p on p.biller_id = m.biller_id and p.id = m.phone_id
    left join message said on said.biller_id = p.biller_id and said.id = p.held_by
    left join lateral (
      select c.id, c.first_name, c.last_name from account_phone ap
        join account a on a.biller_id = ap.biller_id and a.id = ap.account_id
        join customer c on c.biller_id = a.biller_id and c.id = a.customer_id
        where ap.biller_id = m.biller_id and ap.phone_id = m.phone_id
        order by (ap.role = 'primary') desc, a.number limit 1) c on true
    where m.biller_id = ${billerId} and m.state = 'held' order by m.created_at, m.id limit ${MOST}`.execute(
    em.getKysely(),
  );
  return rows;
}

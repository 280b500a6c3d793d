import type { TextPurpose } from '@kvitt/domain/consent/text-purpose';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** A claimed text with what its truth depends on, as it is in this transaction. */
export interface ClaimedText {
  id: string;
  to: string;
  body: string;
  attempts: number;
  createdAt: Date;
  template: string | null;
  purpose: TextPurpose;
  sendBefore: Date | null;
  invoiceId: string | null;
  /** What the text says is due, and what is due: minor units. */
  statedMinor: number | null;
  dueMinor: number | null;
  askedAt: Date | undefined;
  phoneId: string;
  conversationId: string;
  deferredUntil: Date | null;
  /** A person has decided that it may go. */
  isReleased: boolean;
}

/** Loads claimed texts, in the order of `ids`, with one question for all of them. */
export async function loadClaimed(
  em: EntityManager,
  billerId: string,
  ids: readonly string[],
): Promise<ClaimedText[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Row>`
    select m.id, p.e164 as "to", m.body, m.attempts, m.created_at as "createdAt", m.template, m.purpose, m.send_before as "sendBefore",
      m.invoice_id as "invoiceId", m.stated_minor as "statedMinor", m.asked_at as "askedAt",
      m.phone_id as "phoneId", m.conversation_id as "conversationId", m.deferred_until as "deferredUntil",
      m.released_by is not null as "isReleased",
      case when m.stated_minor is not null then (select coalesce(sum(g.minor), 0) from posting g
        where g.biller_id = m.biller_id and g.invoice_id in (select m.invoice_id
          union select r.invoice_id from reminder r where r.biller_id = m.biller_id and r.message_id = m.id))
        end as "dueMinor"
    from unnest(${[...ids]}::uuid[]) with ordinality as claimed (id, place)
    join message m on m.biller_id = ${billerId} and m.id = claimed.id
    join phone p on p.biller_id = m.biller_id and p.id = m.phone_id
    order by claimed.place`.execute(em.getKysely());
  return rows.map((row) => ({
    ...row,
    createdAt: new Date(row.createdAt),
    purpose: row.purpose ?? 'service',
    askedAt: toDate(row.askedAt),
    deferredUntil: row.deferredUntil === null ? null : new Date(row.deferredUntil),
    sendBefore: row.sendBefore === null ? null : new Date(row.sendBefore),
    statedMinor: row.statedMinor === null ? null : Number(row.statedMinor),
    dueMinor: row.dueMinor === null ? null : Number(row.dueMinor),
  }));
}

/** Instants come as text from a raw query. */
function toDate(at: string | null): Date | undefined {
  return at === null ? undefined : new Date(at);
}

interface Row
  extends Omit<
    ClaimedText,
    'createdAt' | 'sendBefore' | 'statedMinor' | 'dueMinor' | 'purpose' | 'askedAt' | 'deferredUntil'
  > {
  createdAt: string;
  purpose: TextPurpose | null;
  sendBefore: string | null;
  statedMinor: string | null;
  dueMinor: string | null;
  askedAt: string | null;
  deferredUntil: string | null;
}

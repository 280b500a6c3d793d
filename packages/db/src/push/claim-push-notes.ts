import type { Language } from '@kvitt/domain/locale/language';
import type { PushKind } from '@kvitt/domain/push/read-push-kind';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** A note that is due, with what its truth depends on as it is in this transaction. */
export interface ClaimedNote {
  billerId: string;
  id: string;
  kind: PushKind;
  invoiceId: string;
  messageId: string;
  attempts: number;
  subscriptionId: string;
  endpoint: string;
  p256dh: string;
  auth: string;
  language: Language;
  brand: string;
  /** The phone has taken its consent back, or the browser is signed out. */
  isUnwanted: boolean;
  isTooLate: boolean;
  /** What is still due on the bill, minor units. */
  dueMinor: number;
}

/**
 * Claims notes that are due, oldest first: until `leaseUntil` no other process takes them. Within the caller's transaction.
 */
export async function claimPushNotes(
  em: EntityManager,
  { now, leaseUntil, limit }: { now: Date; leaseUntil: Date; limit: number },
): Promise<ClaimedNote[]> {
  const { rows } = await sql<Omit<ClaimedNote, 'dueMinor'> & { dueMinor: string }>`
    with due as (
      select biller_id, id from push_note where state = 'queued' and send_at <= ${now.toISOString()}::timestamptz
      order by send_at, id limit ${limit} for update skip locked),
    claimed as (
      update push_note n set attempts = n.attempts + 1, send_at = ${leaseUntil.toISOString()}::timestamptz
      from due where n.biller_id = due.biller_id and n.id = due.id returning n.*)
    select n.biller_id as "billerId", n.id, n.kind, n.invoice_id as "invoiceId", n.message_id as "messageId", n.attempts,
      s.id as "subscriptionId", s.endpoint, s.p256dh, s.auth, s.language, b.name as brand,
      s.ended_at is not null or exists (select from consent c where c.biller_id = n.biller_id and c.phone_id = s.phone_id
        and c.purpose = 'service' and c.state = 'revoked') as "isUnwanted",
      n.send_before < ${now.toISOString()}::timestamptz as "isTooLate",
      (select coalesce(sum(g.minor), 0) from posting g where g.biller_id = n.biller_id and g.invoice_id = n.invoice_id) as "dueMinor"
    from claimed n
    join push_subscription s on s.biller_id = n.biller_id and s.id = n.subscription_id
    join biller b on b.id = n.biller_id
    order by n.created_at, n.id`.execute(em.getKysely());
  return rows.map((row) => ({ ...row, dueMinor: Number(row.dueMinor) }));
}

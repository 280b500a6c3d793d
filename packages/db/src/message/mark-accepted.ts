import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** A text that the carrier took: our id, the carrier's, and when it said so. */
export interface Accepted {
  id: string;
  vendorId: string;
  sentAt: Date;
}

/**
 * Marks texts of one biller as taken by the carrier, all with one statement. One that was taken for lost meanwhile, and waits
 * in the outbox again, is marked too; one that a report has said more about keeps its state, and is given the carrier's id
 * where it has none.
 */
export async function markAccepted(
  em: EntityManager,
  billerId: string,
  accepted: readonly Accepted[],
): Promise<void> {
  await sql`
    with told as (
      select * from unnest(${accepted.map(({ id }) => id)}::uuid[], ${accepted.map(({ vendorId }) => vendorId)}::text[],
        ${accepted.map(({ sentAt }) => sentAt.toISOString())}::timestamptz[]) as t (id, vendor_id, sent_at)),
    ours as (
      update message m set state = 'sent', reason = null, vendor_id = t.vendor_id, sent_at = t.sent_at
      from told t where m.biller_id = ${billerId} and m.id = t.id and m.state in ('sending', 'uncertain', 'queued')
      returning m.id)
    update message m set vendor_id = t.vendor_id, sent_at = t.sent_at
    from told t where m.biller_id = ${billerId} and m.id = t.id and m.vendor_id is null
      and m.id not in (select id from ours)`.execute(em.getKysely());
}

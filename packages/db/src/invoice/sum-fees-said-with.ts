import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * What the late fees of a bill come to whose own texts were taken back at an instant, because the text of interest that was
 * charged then speaks of them too. Minor units; 0 for most.
 */
export async function sumFeesSaidWith(
  em: EntityManager,
  { billerId, invoiceId, at }: { billerId: string; invoiceId: string; at: Date },
): Promise<number> {
  const { rows } = await sql<{ minor: string }>`
    select coalesce(sum(x.amount_minor), 0) as minor from adjustment x
    where x.biller_id = ${billerId} and x.invoice_id = ${invoiceId} and x.kind = 'late-fee' and x.at <= ${at.toISOString()}
      and exists (select from message m where m.biller_id = x.biller_id and m.invoice_id = x.invoice_id
        and m.template = 'fee-added' and m.state = 'cancelled' and m.reason = 'AMOUNT_CHANGED'
        and split_part(m.cause, '/', 2) = x.id::text)
      and not exists (select from message m where m.biller_id = x.biller_id and m.invoice_id = x.invoice_id
        and m.template in ('fee-added', 'interest-added') and m.vendor_id is not null and m.created_at >= x.at)`.execute(
    em.getKysely(),
  );
  return Number(rows[0]?.minor ?? 0);
}

import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * Takes the texts that wait about some bills out of the outbox, within the transaction that changes what is due on them:
 * reminders of what is paid are skipped, and those of what is left are judged and written anew.
 */
export async function takeBackReminders(
  em: EntityManager,
  { billerId, invoiceIds }: { billerId: string; invoiceIds: readonly string[] },
): Promise<void> {
  const db = em.getKysely();
  const bills = sql`${[...invoiceIds]}::uuid[]`;
  await sql`
    with taken as (
      update message set state = 'cancelled', reason = 'AMOUNT_CHANGED'
      where biller_id = ${billerId} and state in ('queued', 'held') and id in (
        select message_id from reminder
        where biller_id = ${billerId} and invoice_id = any(${bills}) and state in ('queued', 'merged'))
      returning id)
    update reminder r set state = 'planned', reason = null, message_id = null, text_day = null
    from taken t
    where r.biller_id = ${billerId} and r.message_id = t.id and r.state in ('queued', 'merged')`.execute(db);
  await sql`
    update reminder r set state = 'skipped', reason = 'ALREADY_PAID'
    where r.biller_id = ${billerId} and r.invoice_id = any(${bills}) and r.state = 'planned'
      and (select coalesce(sum(g.minor), 0) from posting g
        where g.biller_id = r.biller_id and g.invoice_id = r.invoice_id) <= 0`.execute(db);
}

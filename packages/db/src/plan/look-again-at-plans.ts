import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * Says that what is due on some bills has changed, within the transaction that changes it: their plans are looked at at
 * once, and what was to be said of an instalment is not said any more: it is written anew where it is still true.
 */
export async function lookAgainAtPlans(
  em: EntityManager,
  { billerId, invoiceIds, at }: { billerId: string; invoiceIds: readonly string[]; at: Date },
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update payment_plan n set look_at = ${at.toISOString()}::timestamptz
    from plan_bill b
    where b.biller_id = ${billerId} and b.invoice_id = any(${[...invoiceIds]}::uuid[])
      and n.biller_id = b.biller_id and n.id = b.plan_id and n.state = 'running'
    returning n.id`.execute(em.getKysely());
  for (const { id } of rows) await takeBackTexts(em, billerId, id);
}

/** Takes the texts about a plan's instalments that have not gone out from the outbox. */
export async function takeBackTexts(em: EntityManager, billerId: string, planId: string): Promise<void> {
  await sql`
    with taken as (
      update message set state = 'cancelled', reason = 'AMOUNT_CHANGED'
      where biller_id = ${billerId} and state in ('queued', 'held') and id in (
        select unnest(array[told_message_id, missed_message_id]) from instalment
        where biller_id = ${billerId} and plan_id = ${planId})
      returning id)
    update instalment t set
      told_on = case when told_message_id in (select id from taken) then null else told_on end,
      missed_on = case when missed_message_id in (select id from taken) then null else missed_on end
    where t.biller_id = ${billerId} and t.plan_id = ${planId}
      and (told_message_id in (select id from taken) or missed_message_id in (select id from taken))`.execute(
    em.getKysely(),
  );
}

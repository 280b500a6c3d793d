import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * Takes away the planned charges of bills that nothing is due on any more, within the transaction that pays them.
 * @returns the day of the earliest one that was taken away, `YYYY-MM-DD`; undefined where there was none
 */
export async function takeAwayCharges(
  em: EntityManager,
  { billerId, invoiceIds, at }: { billerId: string; invoiceIds: readonly string[]; at: Date },
): Promise<string | undefined> {
  const { rows } = await sql<{ chargeOn: string; tries: number }>`
    update planned_charge pc set state = 'paid-before', ended_at = ${at.toISOString()}::timestamptz, tell_at = null
    where pc.biller_id = ${billerId} and pc.invoice_id = any(${[...invoiceIds]}::uuid[]) and pc.state = 'queued' and pc.plan_id is null
      and (select coalesce(sum(g.minor), 0) from posting g
        where g.biller_id = pc.biller_id and g.invoice_id = pc.invoice_id) <= 0
    returning pc.charge_on::text as "chargeOn", pc.tries`.execute(em.getKysely());
  // Of one that has failed once the customer was told another day, or none.
  return rows
    .filter(({ tries }) => tries === 0)
    .map(({ chargeOn }) => chargeOn)
    .toSorted()[0];
}

import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** When a planned charge was tried, and when its card was, as far as the card's network saw it; oldest first. */
export async function loadTries(
  em: EntityManager,
  of: { billerId: string; plannedChargeId: string; methodId: string; since: Date },
): Promise<{ tries: Date[]; cardTries: Date[] }> {
  const { rows } = await sql<{ at: string; isOwn: boolean; isCards: boolean }>`
    select started_at as at, planned_charge_id is not distinct from ${of.plannedChargeId}::uuid as "isOwn",
      method_id is not distinct from ${of.methodId}::uuid and started_at >= ${of.since.toISOString()}::timestamptz as "isCards"
    from payment
    where biller_id = ${of.billerId} and (planned_charge_id = ${of.plannedChargeId}
        or (method_id = ${of.methodId} and started_at >= ${of.since.toISOString()}::timestamptz))
    order by started_at`.execute(em.getKysely());
  const times = (of: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(of).map(({ at }) => new Date(at));
  return { tries: times((row) => row.isOwn), cardTries: times((row) => row.isCards) };
}

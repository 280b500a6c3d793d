import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** What agents have earned so far on the biller's day in which `at` is, by agent, in minor units. */
export async function sumEarnedToday(
  em: EntityManager,
  billerId: string,
  agentIds: readonly string[],
  at: Date,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ agentId: string; minor: number }>`
    select o.agent_id as "agentId", sum(o.minor)::float8 as minor from bonus o join biller b on b.id = o.biller_id
    where o.biller_id = ${billerId} and o.agent_id = any(${agentIds}::uuid[])
      and o.earned_at >= date_trunc('day', ${at.toISOString()}::timestamptz at time zone b.time_zone) at time zone b.time_zone
    group by o.agent_id`.execute(em.getKysely());
  return new Map(rows.map(({ agentId, minor }) => [agentId, minor]));
}

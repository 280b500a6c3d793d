import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Time that an agent worked on a day; entered again, it replaces what was there. */
export interface WorkedDay {
  agentId: string;
  /** `YYYY-MM-DD`. */
  day: string;
  minutes: number;
}

export async function keepHours(
  em: EntityManager,
  billerId: string,
  days: readonly WorkedDay[],
): Promise<void> {
  await sql`
    insert into agent_hours (biller_id, agent_id, day, minutes)
      select ${billerId}, agent_id, day, minutes from unnest(${days.map((one) => one.agentId)}::uuid[],
        ${days.map((one) => one.day)}::date[], ${days.map((one) => one.minutes)}::int[]) as t(agent_id, day, minutes)
    on conflict (biller_id, agent_id, day) do update set minutes = excluded.minutes`.execute(em.getKysely());
}

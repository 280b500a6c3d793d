import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** How many bonuses stand how, and what they come to, in minor units; beside them, what waits for a look. */
export async function countBonuses(
  em: EntityManager,
  billerId: string,
): Promise<{ states: { state: string; count: number; minor: number }[]; flagged: number; appealed: number }> {
  const db = em.getKysely();
  const states = await sql<{ state: string; count: number; minor: number }>`
    select state, count(*)::int as count, sum(minor)::float8 as minor from bonus where biller_id = ${billerId}
    group by state`.execute(db);
  const { rows } = await sql<{ flagged: number; appealed: number }>`
    select (select count(distinct o.id)::int from enrollment_flag f
        join bonus o on o.biller_id = f.biller_id and o.enrollment_id = f.enrollment_id and o.state in ('pending', 'vested')
        where f.biller_id = ${billerId} and f.cleared_at is null) as flagged,
      (select count(*)::int from bonus_appeal where biller_id = ${billerId} and state = 'open') as appealed`.execute(
    db,
  );
  return { states: states.rows, flagged: rows[0]?.flagged ?? 0, appealed: rows[0]?.appealed ?? 0 };
}

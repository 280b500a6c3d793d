import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Milliseconds by which the test clock lies ahead of the machine's; 0 where nobody has moved it. */
export async function readClockOffset(em: EntityManager): Promise<number> {
  const { rows } = await sql<{ offsetMs: number }>`
    select offset_ms::float8 as "offsetMs" from test_clock`.execute(em.getKysely());
  return rows[0]?.offsetMs ?? 0;
}

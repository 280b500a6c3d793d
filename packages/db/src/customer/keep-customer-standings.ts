import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * Works out anew what customers owe whose bills or money have moved, up to `most` notes of it; says how many there were.
 * Where somebody else is at it already, none.
 */
export async function keepCustomerStandings(em: EntityManager, most: number): Promise<number> {
  const { rows } = await sql<{ done: number }>`select keep_customer_standings(${most}::int) as done`.execute(
    em.getKysely(),
  );
  return rows[0]?.done ?? 0;
}

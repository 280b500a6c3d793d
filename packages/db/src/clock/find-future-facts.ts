import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * How a column is called that says when something happened. What will be due, or expires, lies in the future by right.
 */
const WHEN_IT_HAPPENED =
  '^(at|since|opened_at|.*_(created|received|sent|started|finished|announced|claimed|decided|revoked)_at|(created|received|sent|started|finished|announced|claimed|decided|revoked|paused|last_inbound)_at)$';

/** Finds the tables with rows of what happened after `now`, each with how many of them. */
export async function findFutureFacts(
  em: EntityManager,
  now: Date,
): Promise<{ table: string; rows: number }[]> {
  const kysely = em.getKysely();
  const columns = await sql<{ table: string; column: string }>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' and data_type = 'timestamp with time zone' and column_name ~ ${WHEN_IT_HAPPENED}
      and table_name not like 'mikro%'
    order by table_name`.execute(kysely);
  const found = new Map<string, number>();
  for (const { table, column } of columns.rows) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from ${sql.table(table)} where ${sql.ref(column)} > ${now.toISOString()}::timestamptz`.execute(
      kysely,
    );
    const count = rows[0]?.count ?? 0;
    if (count > 0) found.set(table, Math.max(count, found.get(table) ?? 0));
  }
  return [...found].map(([table, rows]) => ({ table, rows }));
}

import { sql } from 'kysely';
import type { World } from './open-world.ts';

/** How many rows every table of the product holds, by its name. */
export async function countRows(world: World): Promise<Record<string, number>> {
  const db = world.ctx.em.fork().getKysely();
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by tablename`.execute(db);
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows } = await sql<{ count: string }>`select count(*) from ${sql.table(name)}`.execute(db);
    counts[name] = Number(rows[0]?.count);
  }
  return counts;
}

/** The tables, of the product and of its queue, that hold `words` in any column of any row. */
export async function findWords(world: World, words: string): Promise<string[]> {
  const db = world.ctx.em.fork().getKysely();
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema in ('public', 'pgboss')`.execute(db);
  const found: string[] = [];
  for (const { schema, name } of tables) {
    const { rows } = await sql`
      select 1 from ${sql.table(`${schema}.${name}`)} t where position(${words} in t::text) > 0 limit 1`.execute(
      db,
    );
    if (rows.length > 0) found.push(`${schema}.${name}`);
  }
  return found;
}

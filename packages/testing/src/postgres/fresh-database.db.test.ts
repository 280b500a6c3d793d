import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { freshDatabase } from './fresh-database.ts';

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('freshDatabase', () => {
  it('gives every caller a database that the others do not see', async () => {
    const [one, other] = await Promise.all([freshDatabase(), freshDatabase()]);
    await ask(one, 'create table only_here (id int)');
    const tables = `select 1 from pg_tables where tablename = 'only_here'`;
    expect(await ask(one, tables)).toHaveLength(1);
    expect(await ask(other, tables)).toHaveLength(0);
  });

  it('gives a database with the tables of every migration', async () => {
    const tables = await ask(await freshDatabase(), `select 1 from pg_tables where schemaname = 'public'`);
    expect(tables.length).toBeGreaterThan(10);
  });
});

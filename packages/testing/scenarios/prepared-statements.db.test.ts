import { openDb } from '@kvitt/db/kit/open-db';
import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { freshDatabase } from '../src/postgres/fresh-database.ts';

/** One connection, so that what it keeps can be looked at. */
async function openOne() {
  const orm = await openDb(await freshDatabase(), { poolSize: 1 });
  onTestFinished(() => orm.close());
  return { orm, db: orm.em.fork().getKysely() };
}

async function listKept(db: Awaited<ReturnType<typeof openOne>>['db']): Promise<string[]> {
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db);
  return rows.map(({ statement }) => statement);
}

it('keeps the plan of what comes again and again, and of nothing that came once', async () => {
  const { db } = await openOne();
  await sql`select ${'once'}::text`.execute(db);
  for (let n = 0; n < 5; n++) {
    const { rows } = await sql<{ n: number }>`select ${n}::int as n`.execute(db);
    expect(rows).toEqual([{ n }]);
  }
  expect(await listKept(db)).toEqual(['select $1::int as n']);
});

it('answers at once where a migration has changed what a kept plan gives, and in the next transaction', async () => {
  const { orm, db } = await openOne();
  const ask = (on = db) => sql`select * from grown where a = ${1}::int`.execute(on);
  await sql`create table grown as select 1 as a`.execute(db);
  for (let n = 0; n < 5; n++) await ask();
  await sql`alter table grown add column b int`.execute(db);
  expect((await ask()).rows).toEqual([{ a: 1, b: null }]);

  const askTwo = (on = db) => sql`select * from grown where b = ${2}::int`.execute(on);
  for (let n = 0; n < 5; n++) await askTwo();
  await sql`alter table grown add column c int`.execute(db);
  const inTransaction = () => orm.em.fork().transactional((em) => askTwo(em.getKysely()));
  await expect(inTransaction()).rejects.toThrow('cached plan must not change result type');
  expect((await inTransaction()).rows).toEqual([]);
});

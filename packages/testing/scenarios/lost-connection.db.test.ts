import { openDb } from '@kvitt/db/kit/open-db';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { freshDatabase } from '../src/postgres/fresh-database.ts';

type Orm = Awaited<ReturnType<typeof openDb>>;

/** Ends the server's side of the transaction that it is called in, as a restart of the server does. */
async function dieInTransaction(orm: Orm): Promise<void> {
  await orm.em.fork().transactional(async (em) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(em.getKysely());
    const pid = rows[0]?.pid ?? 0;
    await sql`select pg_terminate_backend(${pid})`.execute(em.getKysely());
  });
}

it('loses no connection for good where the server goes away in a transaction, and closes in the end', async () => {
  const orm = await openDb(await freshDatabase(), { poolSize: 2 });
  for (let death = 0; death < 3; death++) {
    await expect(dieInTransaction(orm)).rejects.toThrow('terminating connection');
  }
  const { rows } = await sql<{ one: number }>`select 1 as one`.execute(orm.em.fork().getKysely());
  expect(rows).toEqual([{ one: 1 }]);
  await orm.close();
});

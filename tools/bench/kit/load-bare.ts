import type pg from 'pg';

/**
 * Fills tables as a restore does, many times faster than one row after the other may be added: nothing is checked and no
 * trigger runs while `act` inserts, and indexes that no key stands on are built once over all rows. What triggers would have
 * kept, `act` writes itself; what it writes has to be right.
 */
export async function loadBare(
  client: pg.Client,
  tables: readonly string[],
  act: () => Promise<void>,
): Promise<void> {
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `select x.indexrelid::regclass::text as name, pg_get_indexdef(x.indexrelid) as definition
    from pg_index x where x.indrelid::regclass::text = any($1) and not x.indisunique`,
    [tables],
  );
  for (const statement of PREPARED) await client.query(statement);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  await act();
  for (const { definition } of indexes) await client.query(definition);
  for (const statement of AFTERWARDS) await client.query(statement);
}

/** A checkpoint in the middle of a load writes pages that will be written again. */
const PREPARED = [
  "alter system set max_wal_size = '16GB'",
  "alter system set checkpoint_timeout = '1h'",
  'alter system set full_page_writes = off',
  'select pg_reload_conf()',
  `set statement_timeout = 0; set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '64MB';
  set session_replication_role = replica; set jit = off`,
];

/** What is measured afterwards has the default settings again, and nothing of the load left to write. */
const AFTERWARDS = [
  'reset session_replication_role; reset maintenance_work_mem; reset work_mem; reset jit; reset synchronous_commit',
  'alter system reset all',
  'select pg_reload_conf()',
  'vacuum analyze',
  'checkpoint',
];

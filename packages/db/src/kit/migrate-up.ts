import pg from 'pg';
import { MIGRATIONS } from '../migrations/migrations.ts';
import { guardTenants } from './guard-tenants.ts';

/** Brings the database at `url` to today's schema, making it first where it does not exist. Safe to run twice. */
export async function migrateUp(url: string): Promise<void> {
  if (await isCurrent(url)) return;
  // Loaded only where there is something to do: most starts find nothing, and the ORM is most of a start's time.
  const { openDb } = await import('./open-db.ts');
  const orm = await openDb(url, { poolSize: 2 });
  try {
    await orm.schema.ensureDatabase();
    await orm.migrator.up();
    await guardTenants(url);
  } finally {
    await orm.close();
  }
}

/** Whether every migration is there already, in whatever order they came; a database that cannot be asked is not. */
async function isCurrent(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const names = MIGRATIONS.map(({ name }) => name);
    const { rowCount } = await client.query('select from mikro_orm_migrations where name = any($1)', [names]);
    return rowCount === names.length;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

import { openDb } from './open-db.ts';

/** Brings the database at `url` to today's schema, making it first where it does not exist. Safe to run twice. */
export async function migrateUp(url: string): Promise<void> {
  const orm = await openDb(url, { poolSize: 2 });
  try {
    await orm.schema.ensureDatabase();
    await orm.migrator.up();
  } finally {
    await orm.close();
  }
}

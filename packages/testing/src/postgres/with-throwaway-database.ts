import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { migrateUp } from '@kvitt/db/kit/migrate-up';
import { startPostgres } from '@kvitt/db/kit/start-postgres';
import { createDatabase } from './create-database.ts';
import { databaseUrl } from './database-url.ts';

/** Has something done on a migrated database of its own, which is gone afterwards; no other database is touched. */
export async function withThrowawayDatabase<T>(use: (url: string) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'kvitt-throwaway-'));
  try {
    const server = await startPostgres({ dataDir: path.join(dir, 'postgres'), throwaway: true });
    try {
      await createDatabase(server.url(), 'kvitt_throwaway');
      const url = databaseUrl(server.url(), 'kvitt_throwaway');
      await migrateUp(url);
      return await use(url);
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

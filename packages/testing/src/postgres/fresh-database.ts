import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { createDatabase } from './create-database.ts';
import { databaseUrl } from './database-url.ts';
// The augmentation of vitest's context lies beside the setup that fills it.
import type {} from './global-setup.ts';

/**
 * Gives the connection string of a new, migrated database that nobody else uses. It goes away with the run; the
 * caller closes its own connections.
 *
 * Needs `globalSetup: '@kvitt/testing/postgres/global-setup'` in the workspace's vitest.config.ts.
 */
export async function freshDatabase(): Promise<string> {
  const server = inject('testServer');
  if (server === undefined) {
    throw new Error(
      'There is no test server: name the global setup in vitest.config.ts and the file *.db.test.ts.',
    );
  }
  const name = `${server.prefix}_${randomUUID().replaceAll('-', '')}`;
  await createDatabase(server.url, name, server.template);
  return databaseUrl(server.url, name);
}

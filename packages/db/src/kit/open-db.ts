import { Migrator } from '@mikro-orm/migrations';
import { defineConfig, MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import { MIGRATIONS } from '../migrations/migrations.ts';
import { ENTITIES } from './entities.ts';
import { freeDeadConnections } from './free-dead-connections.ts';
import { prepareStatements } from './prepare-statements.ts';

export interface DbOptions {
  /** Connections at most; what one process needs, times the processes, must stay below the server's limit. */
  poolSize?: number;
}

/** Opens the database at a `postgresql://` address; a process opens it once and forks an entity manager per request. */
export async function openDb(url: string, options: DbOptions = {}): Promise<MikroORM> {
  return MikroORM.init(
    defineConfig({
      clientUrl: url,
      entities: [...ENTITIES],
      extensions: [Migrator],
      forceUtcTimezone: true,
      pool: { min: 0, max: options.poolSize ?? 10 },
      driverOptions: {
        onPoolCreated(pool: Pool) {
          freeDeadConnections(pool);
          prepareStatements(pool);
        },
      },
      // Values in a logged query would be names, phones and words of customers.
      logger: () => {},
      migrations: {
        // Written at run time it would dirty the checkout.
        snapshot: false,
        migrationsList: MIGRATIONS,
      },
    }),
  );
}

import type { Pool, PoolClient } from 'pg';

/**
 * How long whoever holds a connection that died has to give it back: it hears of the death by its own query, which fails
 * at once.
 */
const GIVEN_BACK_WITHIN_MS = 1_000;

/**
 * Takes a connection back into the pool that died while it was lent out. Kysely gives none back whose `begin`, `commit` or
 * `rollback` fails (kysely-org/kysely#1990), as all of them do on a dead one: each restart of the server would cost a
 * process some of its connections for good, and a process that is asked to end would wait for them for ever.
 */
export function freeDeadConnections(pool: Pool): void {
  pool.on('connect', (client: PoolClient) => {
    client.once('end', () => {
      setTimeout(giveBack, GIVEN_BACK_WITHIN_MS, client);
    });
  });
}

function giveBack(client: PoolClient): void {
  try {
    client.release(true);
  } catch {
    // It was given back as it should be: the pool refuses the second time.
  }
}

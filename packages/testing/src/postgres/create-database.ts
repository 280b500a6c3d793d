import pg from 'pg';

/**
 * Creates an empty database, or a copy of `template`. Copying files is twice as fast as the default way through
 * the write-ahead log when a database is small and the server is not busy otherwise.
 */
export async function createDatabase(serverUrl: string, name: string, template?: string): Promise<void> {
  const copied =
    template === undefined ? '' : ` template ${pg.escapeIdentifier(template)} strategy file_copy`;
  await withClient(serverUrl, (client) =>
    client.query(`create database ${pg.escapeIdentifier(name)}${copied}`),
  );
}

/** Drops every database whose name begins with `prefix`, whoever is still connected to it. */
export async function dropDatabases(serverUrl: string, prefix: string): Promise<void> {
  await withClient(serverUrl, async (client) => {
    const found = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [prefix],
    );
    for (const { datname } of found.rows) {
      await client.query(`drop database if exists ${pg.escapeIdentifier(datname)} with (force)`);
    }
  });
}

async function withClient(url: string, use: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { migrateUp } from '@kvitt/db/kit/migrate-up';
import { clusterFiles } from '@kvitt/db/kit/postgres/cluster-files';
import { startPostgres } from '@kvitt/db/kit/start-postgres';
import pg from 'pg';

export interface BenchDatabase {
  /** The address of the database that holds our schema. */
  url: string;
  /** The process that starts one for each connection. */
  pid: number;
  /** Makes another database with the same content, for a limit; nobody may be connected to the first meanwhile. */
  copyTo(name: string): Promise<string>;
  stop(): Promise<void>;
}

/**
 * A PostgreSQL of the run's own with default settings, so that what is committed is on the disk. Two differ: room for the
 * connections of every process, and the instant of each commit is kept, which is what "posted" is measured by.
 */
export async function openBenchDatabase(): Promise<BenchDatabase> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'kvitt-bench-'));
  const dataDir = path.join(dir, 'postgres');
  const server = await startPostgres({
    dataDir,
    settings: { max_connections: 200, track_commit_timestamp: 'on' },
  });
  const url = server.url('kvitt');
  await migrateUp(url);
  return {
    url,
    pid: Number.parseInt(readFileSync(clusterFiles(dataDir).postmasterPid, 'utf8'), 10),
    async copyTo(name) {
      await withClient(server.url(), (client) => client.query(`create database ${name} template kvitt`));
      return server.url(name);
    },
    async stop() {
      await server.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export async function withClient<T>(url: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { migrateUp } from '@kvitt/db/kit/migrate-up';
import { clusterFiles } from '@kvitt/db/kit/postgres/cluster-files';
import { type RunningPostgres, startPostgres } from '@kvitt/db/kit/start-postgres';
import pg from 'pg';

export interface Database {
  url: string;
  /** Kills the server with -9 and starts it again on the same files; gives how long it was away, in milliseconds. */
  crash(): Promise<number>;
  stop(): Promise<void>;
}

const STARTS = 40;

/**
 * Enough connections for every process of the run, and for those of processes that were killed a moment ago. The instant
 * of each commit is kept: for the oracle, who knew what when.
 */
const settings = { max_connections: 300, track_commit_timestamp: 'on' };

/** A PostgreSQL of the run's own that keeps its promises: what is committed is on the disk, as in production. */
export async function openDatabase(): Promise<Database> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'kvitt-chaos-'));
  const first = await startPostgres({ dataDir, settings });
  const { port } = first;
  const url = first.url('kvitt');
  await migrateUp(url);
  let server = first;
  return {
    url,
    async crash() {
      const beganMs = Date.now();
      process.kill(readPid(dataDir), 'SIGKILL');
      server = await startAgain({ dataDir, port, settings });
      await answers(url);
      return Date.now() - beganMs;
    },
    async stop() {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** What is left of the killed server holds its port for a moment; whoever waits for a machine to come back tries again. */
async function startAgain(options: Parameters<typeof startPostgres>[0]): Promise<RunningPostgres> {
  for (let tries = 1; ; tries++) {
    try {
      return await startPostgres(options);
    } catch (error) {
      if (tries === STARTS) throw error;
      await pause(300);
    }
  }
}

function readPid(dataDir: string): number {
  return Number(readFileSync(clusterFiles(dataDir).postmasterPid, 'utf8').split('\n')[0]);
}

async function answers(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('select 1 from biller');
  await client.end();
}

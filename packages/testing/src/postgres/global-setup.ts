import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { migrateUp } from '@kvitt/db/kit/migrate-up';
import { startPostgres } from '@kvitt/db/kit/start-postgres';
import { openQueue } from '@kvitt/jobs/jobs';
import type { TestProject } from 'vitest/node';
import { createDatabase, dropDatabases } from './create-database.ts';
import { databaseUrl } from './database-url.ts';
import type { TestServer } from './test-server.ts';

/**
 * Once per vitest run: a PostgreSQL for the tests and one migrated database in it, of which `freshDatabase` hands
 * out copies. Copying takes a twentieth of a second, migrating several. A workspace without a `*.db.test.ts` gets
 * no server and waits for none.
 *
 * TEST_DATABASE_URL names another server to use; its user must be allowed to create databases, and every database
 * made there is dropped at the end.
 */
export default async function setUpPostgres(
  project: TestProject,
): Promise<(() => Promise<void>) | undefined> {
  const { testFiles } = await project.globTestFiles();
  if (!testFiles.some((file) => file.endsWith('.db.test.ts'))) return undefined;
  const named = process.env.TEST_DATABASE_URL;
  const server = named === undefined ? await startOwnServer() : borrowServer(named);
  const prefix = `kvitt_${process.pid}_${Date.now().toString(36)}`;
  const template = `${prefix}_template`;
  try {
    await createDatabase(server.url, template);
    await migrateUp(databaseUrl(server.url, template));
    await layOutQueue(databaseUrl(server.url, template));
  } catch (error) {
    await server.end(prefix);
    throw error;
  }
  project.provide('testServer', { url: server.url, template, prefix });
  return () => server.end(prefix);
}

/** The queue's tables and queues are laid out by whoever opens it first, which takes longer than copying them. */
async function layOutQueue(url: string): Promise<void> {
  const raise = (error: Error) => {
    throw error;
  };
  const queue = await openQueue(url, { isWorker: false, onError: raise });
  await queue.stop();
}

interface ServerForRun {
  url: string;
  end(prefix: string): Promise<void>;
}

async function startOwnServer(): Promise<ServerForRun> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'kvitt-test-'));
  const server = await startPostgres({ dataDir: path.join(dir, 'postgres'), throwaway: true });
  const end = async (): Promise<void> => {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  return { url: server.url(), end };
}

function borrowServer(url: string): ServerForRun {
  return { url, end: (prefix) => dropDatabases(url, prefix) };
}

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

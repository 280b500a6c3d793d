import path from 'node:path';
import { migrateUp } from '@kvitt/db/kit/migrate-up';
import { openDb } from '@kvitt/db/kit/open-db';
import { startPostgres } from '@kvitt/db/kit/start-postgres';
import { DATA } from '../start/local-parts.ts';
import { CommandError } from './command-error.ts';
import { EXIT } from './exit-codes.ts';

export interface OpenDatabase {
  url: string;
  orm: Awaited<ReturnType<typeof openDb>>;
  close(): Promise<void>;
}

/**
 * Opens the database that a command works on: the one that DATABASE_URL names, else the local one, which is started for
 * as long as the command takes where it is not running.
 * @param options.isReadOnly leaves the schema of a named database as it is: looking at one must not change it
 */
export async function openDatabase(options: { isReadOnly: boolean }): Promise<OpenDatabase> {
  const named = process.env.DATABASE_URL;
  const postgres = named ? undefined : await startLocal();
  const url = named || (postgres?.url('kvitt') ?? '');
  try {
    if (!named || !options.isReadOnly) await migrateUp(url);
    const orm = await openDb(url, { poolSize: 2 });
    await orm.em.fork().execute('select 1');
    return {
      url,
      orm,
      async close() {
        await orm.close();
        await postgres?.stop();
      },
    };
  } catch (error) {
    await postgres?.stop();
    throw asUnreachable(error);
  }
}

async function startLocal(): ReturnType<typeof startPostgres> {
  try {
    return await startPostgres({ dataDir: path.join(DATA, 'postgres') });
  } catch (error) {
    throw new CommandError(EXIT.unreachable, `The local database does not start: ${reasonOf(error)}`);
  }
}

/**
 * Sockets that find nobody, and what PostgreSQL itself says: connection lost (08), wrong user or password (28), no such
 * database (3D), too many connections (53), shutting down (57P).
 */
const UNREACHABLE = /^(E[A-Z]+|08\w{3}|28\w{3}|3D\w{3}|53\w{3}|57P\w{2})$/;

function asUnreachable(error: unknown): unknown {
  const code = codeOf(error);
  if (code === undefined || !UNREACHABLE.test(code)) return error;
  return new CommandError(EXIT.unreachable, `The database cannot be reached: ${reasonOf(error)}`);
}

/** The driver wraps what went wrong, sometimes twice, and several addresses of one host come as a list. */
function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  if ('errors' in error && Array.isArray(error.errors)) return codeOf(error.errors[0]);
  return 'cause' in error ? codeOf(error.cause) : undefined;
}

/** Without the address: it may carry a password. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}

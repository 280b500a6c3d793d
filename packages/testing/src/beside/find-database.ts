import path from 'node:path';
import { startPostgres } from '@kvitt/db/kit/start-postgres';

/** The address of the database of the Kvitt that runs on `dataFolder`; throws where none does. */
export async function findDatabase(dataFolder: string): Promise<string> {
  const postgres = await startPostgres({ dataDir: path.join(dataFolder, 'postgres') });
  // Borrowed: what is stopped here is only a server that this very call has started.
  await postgres.stop();
  if (!postgres.adopted) throw new Error(`no Kvitt runs on ${dataFolder}`);
  return postgres.url('kvitt');
}

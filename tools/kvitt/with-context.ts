import { readClockOffset } from '@kvitt/db/clock/read-clock-offset';
import type { Ctx } from '@kvitt/flows/kit/context';
import { openContext } from './open-context.ts';
import { openDatabase } from './open-database.ts';

/** Opens the database for as long as `act` takes. */
export async function withContext<T>(
  options: { isReadOnly: boolean },
  act: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(options);
  try {
    return await act(openContext(database.orm, await readOffset(database)));
  } finally {
    await database.close();
  }
}

/** Where time was moved, a command lives in the same time as the servers; production has no test clock. */
async function readOffset({ orm }: Awaited<ReturnType<typeof openDatabase>>): Promise<number> {
  return process.env.KVITT_ENV === 'production' ? 0 : readClockOffset(orm.em.fork());
}

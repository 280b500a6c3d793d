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
    return await act(openContext(database.orm));
  } finally {
    await database.close();
  }
}

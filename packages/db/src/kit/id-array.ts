import { type RawBuilder, sql } from 'kysely';

/**
 * Ids (or null, where a list runs beside others) as an array in a statement. Of one the planner is told that it is one:
 * of an array that it does not see it assumes ten, which makes any plan that could be kept look ten times as dear, so that
 * it plans anew each time.
 */
export function idArray(ids: readonly (string | null)[]): RawBuilder<string[]> {
  const [only = null] = ids;
  return ids.length === 1 ? sql`array[${only}::uuid]` : sql`${[...ids]}::uuid[]`;
}

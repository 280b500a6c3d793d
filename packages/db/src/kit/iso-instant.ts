import { type RawBuilder, sql } from 'kysely';

/**
 * An instant as ISO 8601 writes it, in UTC and to the microsecond: as the database writes one by itself no strict reader
 * takes it, and as a `Date` it loses the digits by which two rows of one millisecond are told apart.
 */
export function isoInstant(at: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Takes back to `now` what only keeps count of time: how full the senders' buckets are, which morning has begun. */
export async function forgetFuture(em: EntityManager, now: Date): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  await sql`update sender set refilled_at = least(refilled_at, ${at})`.execute(em.getKysely());
  await sql`update biller set announced_on = least(announced_on, (${at} at time zone time_zone)::date)`.execute(
    em.getKysely(),
  );
}

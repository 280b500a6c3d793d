import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Looked up at a time; the rest waits for the next round. */
const AT_ONCE = 20;

/**
 * Takes texts whose answer was lost and whose time to be looked for has come, and those left `sending` by a process that
 * is gone; marks them `uncertain` and puts their next look at `lookAgainAt`, so that no two processes look at once.
 */
export async function claimUncertain(
  em: EntityManager,
  when: { now: Date; abandonedBefore: Date; lookAgainAt: Date },
): Promise<{ billerId: string; id: string }[]> {
  const { rows } = await sql<{ billerId: string; id: string }>`
    update message m set state = 'uncertain', send_at = ${when.lookAgainAt.toISOString()}::timestamptz
    from (
      select biller_id, id from message
      where (state = 'uncertain' and send_at <= ${when.now.toISOString()}::timestamptz)
        or (state = 'sending' and claimed_at <= ${when.abandonedBefore.toISOString()}::timestamptz)
      order by claimed_at limit ${AT_ONCE} for update skip locked) due
    where m.biller_id = due.biller_id and m.id = due.id
    returning m.biller_id as "billerId", m.id`.execute(em.getKysely());
  return rows;
}

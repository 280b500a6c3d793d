import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * Takes texts that are due from the outbox for handing over: at most `limit`, and no more than the sender's token bucket
 * holds at `now`. One statement: it fills the bucket up, locks the due texts that nobody else has, marks them `sending`
 * and takes as many tokens out, so that any number of dispatchers together keep to the carrier's rate. A sender that was
 * paused, or whose brake is on, has no bucket, and none of its texts is taken: without a number there, the limit would be no limit.
 * @returns the ids of the claimed texts, oldest first
 */
export async function claimTexts(
  em: EntityManager,
  sender: { billerId: string; id: string },
  now: Date,
  limit: number,
): Promise<string[]> {
  const at = now.toISOString();
  const { rows } = await sql<{ id: string }>`
    with bucket as (
      select least(burst, tokens + per_second * greatest(0, extract(epoch from ${at}::timestamptz - refilled_at))) as level
      from sender where biller_id = ${sender.billerId} and id = ${sender.id} and paused_at is null
        and (braked_until is null or braked_until <= ${at}::timestamptz) for update),
    due as (
      select biller_id, id from message
      where sender_id = ${sender.id} and state = 'queued' and send_at <= ${at}::timestamptz
      order by send_at, id limit coalesce((select least(${limit}::int, floor(level)::int) from bucket), 0) for update skip locked),
    claimed as (
      update message m set state = 'sending', attempts = m.attempts + 1, claimed_at = ${at}::timestamptz
      from due where m.biller_id = due.biller_id and m.id = due.id returning m.id, m.send_at),
    spent as (
      update sender set tokens = (select level from bucket) - (select count(*) from claimed),
        refilled_at = greatest(refilled_at, ${at}::timestamptz)
      where biller_id = ${sender.billerId} and id = ${sender.id} and exists (select from bucket))
    select id from claimed order by send_at, id`.execute(em.getKysely());
  return rows.map((row) => row.id);
}

import type { Audience } from '@kvitt/domain/campaign/campaign';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { FIRST_ID } from '../kit/first-id.ts';
import { isLeftOut, selectAudience } from './select-audience.ts';

/**
 * Gives the next phones of an audience their rows, `limit` at the most, in one statement: whom the campaign leaves out for
 * measuring is decided here, by a hash of campaign and phone, so that the same phone always falls on the same side.
 * @returns the last phone, where there may be more; undefined at the end
 */
export async function walkAudience(
  em: EntityManager,
  campaign: { billerId: string; id: string; audience: Audience; holdoutPercent: number },
  at: { after: string | null; limit: number; now: Date },
): Promise<{ last: string | undefined; added: number }> {
  const { billerId, id, audience, holdoutPercent } = campaign;
  const { rows } = await sql<{ last: string | null; seen: number; added: number }>`
    with page as (
      select distinct on (ap.phone_id) ap.phone_id, a.id as account_id ${selectAudience(billerId, audience, at.now)}
        and ap.phone_id > ${at.after ?? FIRST_ID}
      order by ap.phone_id, a.created_at, a.id limit ${at.limit}),
    added as (
      insert into campaign_text (biller_id, campaign_id, phone_id, account_id, is_held_out, state, next_at)
      select ${billerId}, ${id}, phone_id, account_id,
        ${isLeftOut(id, sql`phone_id`, holdoutPercent)}, 'waiting', ${at.now.toISOString()}::timestamptz
      from page on conflict do nothing returning 1)
    select (select phone_id from page order by phone_id desc limit 1) as last, (select count(*)::int from page) as seen,
      (select count(*)::int from added) as added`.execute(em.getKysely());
  const [row] = rows;
  const isEnd = !row || row.seen < at.limit;
  return { last: isEnd ? undefined : (row.last ?? undefined), added: row?.added ?? 0 };
}

import type { Audience } from '@kvitt/domain/campaign/campaign';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { FIRST_ID } from '../kit/first-id.ts';
import type { WaitingRecipient } from './claim-waiting.ts';
import { isLeftOut, selectAudience } from './select-audience.ts';

/** The next phones of an audience, in their order, as a campaign would go through them; nothing is written. */
export async function listAudience(
  em: EntityManager,
  campaign: { billerId: string; id: string; audience: Audience; holdoutPercent: number },
  at: { after: string | undefined; limit: number; now: Date },
): Promise<WaitingRecipient[]> {
  const { billerId, id, audience, holdoutPercent } = campaign;
  const { rows } = await sql<WaitingRecipient>`
    select distinct on (ap.phone_id) ap.phone_id as "phoneId", a.id as "accountId", 0 as tries,
      ${isLeftOut(id, sql`ap.phone_id`, holdoutPercent)} as "isHeldOut"
    ${selectAudience(billerId, audience, at.now)} and ap.phone_id > ${at.after ?? FIRST_ID}
    order by ap.phone_id, a.created_at, a.id limit ${at.limit}`.execute(em.getKysely());
  return rows;
}

/** How many accounts an audience has, and how many of them have no phone to text. */
export async function countAudience(
  em: EntityManager,
  billerId: string,
  audience: Audience,
  now: Date,
): Promise<{ accounts: number; withoutPhone: number }> {
  const { rows } = await sql<{ accounts: number; withoutPhone: number }>`
    select count(*)::int as accounts, count(*) filter (where ap.phone_id is null)::int as "withoutPhone"
    ${selectAudience(billerId, audience, now)}`.execute(em.getKysely());
  return rows[0] ?? { accounts: 0, withoutPhone: 0 };
}

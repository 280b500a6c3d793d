import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

export interface WaitingRecipient {
  phoneId: string;
  accountId: string;
  isHeldOut: boolean;
  tries: number;
}

/** Locks the next phones of a campaign whose time has come, `limit` at the most, within the caller's transaction. */
export async function claimWaiting(
  em: EntityManager,
  campaign: { billerId: string; id: string },
  now: Date,
  limit: number,
): Promise<WaitingRecipient[]> {
  const { rows } = await sql<WaitingRecipient>`
    select phone_id as "phoneId", account_id as "accountId", is_held_out as "isHeldOut", tries from campaign_text
    where biller_id = ${campaign.billerId} and campaign_id = ${campaign.id} and state = 'waiting'
      and next_at <= ${now.toISOString()}::timestamptz
    order by next_at, phone_id limit ${limit} for update skip locked`.execute(em.getKysely());
  return rows;
}

import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Campaigns that run, and those whose hour to begin has come. */
export async function findCampaignsToRun(
  em: EntityManager,
  now: Date,
): Promise<{ billerId: string; id: string }[]> {
  const { rows } = await sql<{ billerId: string; id: string }>`
    select biller_id as "billerId", id from campaign
    where state = 'running' or (state = 'scheduled' and start_at <= ${now.toISOString()}::timestamptz)
    order by start_at, id`.execute(em.getKysely());
  return rows;
}

import { Campaign } from '@kvitt/db/campaign/campaign.entity';
import type { Beside } from './open-beside.ts';

/** Whether a campaign has nobody left to text, and every text of it is on its way. */
export async function isCampaignDone({ biller, context }: Beside, id: string): Promise<boolean> {
  const { state } = await context().em.findOneOrFail(Campaign, { billerId: biller.id, id });
  return state === 'done';
}

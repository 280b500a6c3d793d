import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { Campaign } from './campaign.entity.ts';

/** The campaign, locked until the caller's transaction ends; undefined where another process has it in hand. */
export async function lockCampaign(
  em: EntityManager,
  key: { billerId: string; id: string },
): Promise<Campaign | undefined> {
  const found = await em.findOne(Campaign, key, {
    lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE,
    refresh: true,
  });
  return found ?? undefined;
}

import { Campaign } from '@kvitt/db/campaign/campaign.entity';
import { CampaignEvent } from '@kvitt/db/campaign/campaign-event.entity';
import { insertOnce } from '@kvitt/db/kit/insert-once';
import type { CampaignPlan } from '@kvitt/domain/campaign/campaign';
import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';

/** Keeps a new campaign as a draft. Refused where the biller has one of this name: a name is a campaign, for good. */
export async function createCampaign(
  ctx: Ctx,
  order: { billerId: string; plan: CampaignPlan; actor: string },
): Promise<{ kind: 'created'; campaignId: string } | { kind: 'refused'; refusal: 'NAME_TAKEN' }> {
  const { billerId, plan, actor } = order;
  return inTransaction(ctx, async (tx) => {
    const at = tx.clock.now();
    const campaignId = tx.ids.next();
    const row = { billerId, id: campaignId, name: plan.name, plan, state: 'draft' as const, createdAt: at };
    if (!(await insertOnce(tx.em, Campaign, row))) return { kind: 'refused', refusal: 'NAME_TAKEN' };
    await tx.em.insert(CampaignEvent, { billerId, id: tx.ids.next(), campaignId, act: 'create', actor, at });
    return { kind: 'created', campaignId };
  });
}

import { Campaign } from '@kvitt/db/campaign/campaign.entity';
import { claimWaiting } from '@kvitt/db/campaign/claim-waiting';
import { countOptOuts } from '@kvitt/db/campaign/count-opt-outs';
import { isUnderWay } from '@kvitt/db/campaign/is-under-way';
import { lockCampaign } from '@kvitt/db/campaign/lock-campaign';
import { walkAudience } from '@kvitt/db/campaign/walk-audience';
import { isOptOutSpike } from '@kvitt/domain/campaign/is-opt-out-spike';
import type { TxCtx } from '../kit/context.ts';
import { moveCampaign } from './move-campaign.ts';
import { textRecipients } from './text-recipients.ts';

/** Phones of an audience that get their rows in one step; no more are ever in memory. */
const PAGE = 5_000;

/** Texts written in one transaction. */
const BATCH = 100;

const MINUTE_MS = 60_000;

/**
 * One step of a campaign, within the caller's transaction: it begins where its hour has come, stops where its brake says
 * so, lists the next page of its audience, or texts as many as its pace allows; with nobody left, and every text on
 * its way, it is done: until then it can be stopped.
 * @returns how many phones were gone through
 */
export async function runCampaign(tx: TxCtx, key: { billerId: string; id: string }): Promise<number> {
  const campaign = await lockCampaign(tx.em, key);
  if (!campaign || (campaign.state !== 'running' && campaign.state !== 'scheduled')) return 0;
  const move = { billerId: key.billerId, campaignId: key.id, actor: 'system' };
  if (campaign.state === 'scheduled') {
    await moveCampaign(tx, { ...move, act: 'begin' });
    return 1;
  }
  const { plan } = campaign;
  const now = tx.clock.now();
  const since = new Date(now.getTime() - plan.brake.windowMinutes * MINUTE_MS);
  const seen = await countOptOuts(tx.em, key, since);
  if (isOptOutSpike(plan.brake, seen)) {
    await moveCampaign(tx, { ...move, act: 'brake', reason: 'OPT_OUT_SPIKE' });
    tx.log.warn(
      { alarm: 'campaign-brake', campaignId: key.id, ...seen },
      'a campaign has stopped by its brake',
    );
    return 0;
  }
  if (!campaign.walkedAt) return walk(tx, campaign);
  const allowed = allowedNow(campaign, now);
  const waiting = allowed > 0 ? await claimWaiting(tx.em, key, now, allowed) : [];
  if (waiting.length > 0) {
    const texted = await textRecipients(tx, campaign, waiting);
    const pacedMs = Math.max(campaign.pacedAt?.getTime() ?? 0, now.getTime() - MINUTE_MS);
    const pacedAt = new Date(pacedMs + (texted * MINUTE_MS) / plan.perMinute);
    await tx.em.nativeUpdate(Campaign, key, { pacedAt });
    return waiting.length;
  }
  if (!(await isUnderWay(tx.em, key))) await moveCampaign(tx, { ...move, act: 'finish' });
  return 0;
}

/** As many texts as have become free since the last ones, a minute's at the most. */
function allowedNow({ plan, pacedAt }: Campaign, now: Date): number {
  const freeMs = pacedAt ? Math.min(MINUTE_MS, now.getTime() - pacedAt.getTime()) : MINUTE_MS;
  return Math.min(BATCH, Math.floor((freeMs * plan.perMinute) / MINUTE_MS));
}

async function walk(tx: TxCtx, campaign: Campaign): Promise<number> {
  const { billerId, id, plan, walkedTo } = campaign;
  const now = tx.clock.now();
  const page = await walkAudience(
    tx.em,
    { billerId, id, audience: plan.audience, holdoutPercent: plan.holdoutPercent },
    { after: walkedTo ?? null, limit: PAGE, now },
  );
  const done = page.last === undefined ? { walkedAt: now } : { walkedTo: page.last };
  await tx.em.nativeUpdate(Campaign, { billerId, id }, done);
  return Math.max(1, page.added);
}

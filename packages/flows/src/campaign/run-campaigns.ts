import { findCampaignsToRun } from '@kvitt/db/campaign/find-campaigns-to-run';
import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { oneByOne } from '../kit/one-by-one.ts';
import { runCampaign } from './run-campaign.ts';

/**
 * Takes every campaign whose hour has come one step further, each in a transaction of its own: a process that dies has done
 * a step or has not, and no phone gets two.
 * @returns how many phones were gone through
 */
export async function runCampaigns(ctx: Ctx): Promise<number> {
  const campaigns = await findCampaignsToRun(ctx.em.fork(), ctx.clock.now());
  let gone = 0;
  await oneByOne(ctx, campaigns, async (key) => {
    gone += await inTransaction(ctx, (tx) => runCampaign(tx, key));
  });
  return gone;
}

import type { Biller } from '@kvitt/db/biller/biller.entity';
import { Campaign } from '@kvitt/db/campaign/campaign.entity';
import type { Ctx } from '@kvitt/flows/kit/context';
import { CommandError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';
import { findBiller } from '../find-biller.ts';

/** The biller that a command about campaigns is for; there must be one. */
export async function findCampaigner(ctx: Ctx, slug: string | undefined): Promise<Biller> {
  const biller = await findBiller(ctx, slug);
  if (!biller) throw new CommandError(EXIT.no, 'There is no biller yet: import customers first.');
  return biller;
}

/** The campaign of this name. */
export async function findCampaign(
  ctx: Ctx,
  name: string,
  slug: string | undefined,
): Promise<{ biller: Biller; campaign: Campaign }> {
  const biller = await findCampaigner(ctx, slug);
  const em = ctx.em.fork();
  const campaign = await em.findOne(Campaign, { billerId: biller.id, name });
  if (campaign) return { biller, campaign };
  const others = await em.find(Campaign, { billerId: biller.id }, { orderBy: { createdAt: 'asc' } });
  const there = others.map((one) => one.name).join(', ') || 'none';
  throw new CommandError(EXIT.no, `There is no campaign ${name}; there are: ${there}.`);
}

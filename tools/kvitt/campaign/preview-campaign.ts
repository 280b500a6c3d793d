import { ASSUMED_PRICES } from '@kvitt/domain/message/price/price-of-part';
import { previewCampaign } from '@kvitt/flows/campaign/preview-campaign';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readPrices } from '../text/read-prices.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';
import { findCampaign } from './find-campaign.ts';
import { readTime } from './read-time.ts';

/** `campaign preview`: goes through the audience as it is now, and writes nothing. */
export async function previewCampaignCommand(
  name: string,
  options: { biller?: string; at?: string; prices?: string; list?: boolean; json?: boolean },
): Promise<ExitCode> {
  return withContext({ isReadOnly: true }, async (ctx) => {
    const { biller, campaign } = await findCampaign(ctx, name, options.biller);
    const at = options.at ? readTime(options.at, biller.timeZone) : ctx.clock.now();
    const lines: string[] = [];
    const prices = options.prices === undefined ? ASSUMED_PRICES : readPrices(options.prices);
    const found = await previewCampaign(ctx, campaign, { at, prices }, (phone) => {
      if (options.list) lines.push(`${JSON.stringify(phone)}\n`);
    });
    for (const line of lines) await writeAnswer(line);
    if (options.json) {
      await writeAnswer(`${JSON.stringify({ name, prices: prices.source, ...found })}\n`);
      return EXIT.done;
    }
    const texts = found.texted + found.later;
    const rows = [
      `${found.accounts} accounts in the audience`,
      `${texts} would be texted: ${found.texted} at once, ${found.later} when their hours allow it`,
      `${found.heldOut} are left out to measure against`,
      ...found.excluded.map(({ reason, count }) => `${count} not: ${reason}`),
      `${found.cost.parts} parts, $${(found.cost.micros / 1_000_000).toFixed(2)} (prices: ${prices.source}); ${campaign.plan.perMinute} texts a minute, ${Math.ceil(texts / campaign.plan.perMinute)} min`,
      ...(found.sample ? ['', found.sample] : []),
    ];
    await writeAnswer(`${rows.join('\n')}\n`);
    return EXIT.done;
  });
}

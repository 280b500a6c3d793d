import { previewCampaign } from '@kvitt/flows/campaign/preview-campaign';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { findCampaign } from './find-campaign.ts';
import { readTime } from './read-time.ts';
import { withContext } from './with-context.ts';
import { writeAnswer } from './write-answer.ts';

/** `campaign preview`: goes through the audience as it is now, and writes nothing. */
export async function previewCampaignCommand(
  name: string,
  options: { biller?: string; at?: string; price?: number; list?: boolean; json?: boolean },
): Promise<ExitCode> {
  return withContext({ isReadOnly: true }, async (ctx) => {
    const { biller, campaign } = await findCampaign(ctx, name, options.biller);
    const at = options.at ? readTime(options.at, biller.timeZone) : ctx.clock.now();
    const lines: string[] = [];
    const found = await previewCampaign(ctx, campaign, at, (phone) => {
      if (options.list) lines.push(`${JSON.stringify(phone)}\n`);
    });
    for (const line of lines) await writeAnswer(line);
    const cost = options.price === undefined ? undefined : (found.parts * options.price).toFixed(2);
    if (options.json) {
      await writeAnswer(`${JSON.stringify({ name, ...found, ...(cost !== undefined && { cost }) })}\n`);
      return EXIT.done;
    }
    const texts = found.texted + found.later;
    const rows = [
      `${found.accounts} accounts in the audience`,
      `${texts} would be texted: ${found.texted} at once, ${found.later} when their hours allow it`,
      `${found.heldOut} are left out to measure against`,
      ...found.excluded.map(({ reason, count }) => `${count} not: ${reason}`),
      `${found.parts} parts${cost === undefined ? '' : `, ${cost} in all`}; ${campaign.plan.perMinute} texts a minute, ${Math.ceil(texts / campaign.plan.perMinute)} min`,
      ...(found.sample ? ['', found.sample] : []),
    ];
    await writeAnswer(`${rows.join('\n')}\n`);
    return EXIT.done;
  });
}

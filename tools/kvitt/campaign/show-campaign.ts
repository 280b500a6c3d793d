import { Campaign } from '@kvitt/db/campaign/campaign.entity';
import { countResults } from '@kvitt/db/campaign/count-results';
import { compareRates } from '@kvitt/domain/campaign/compare-rates';
import type { Ctx } from '@kvitt/flows/kit/context';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';
import { findCampaign, findCampaigner } from './find-campaign.ts';

/** `campaign show`: how far one is and what came of it, or a line for each. */
export async function showCampaign(
  name: string | undefined,
  options: { biller?: string; json?: boolean },
): Promise<ExitCode> {
  return withContext({ isReadOnly: true }, async (ctx) => {
    if (name === undefined) return listCampaigns(ctx, options);
    const { campaign } = await findCampaign(ctx, name, options.biller);
    const { state, reason, plan } = campaign;
    const { counts, excluded } = await countResults(ctx.em.fork(), campaign, plan.measureDays);
    const uplift = compareRates(counts.texted, counts.leftOut);
    if (options.json) {
      await writeAnswer(
        `${JSON.stringify({ name, state, reason, ...counts, excluded, uplift: uplift ?? null })}\n`,
      );
      return EXIT.done;
    }
    const rows = [
      `${name} is ${state}${reason ? ` (${reason})` : ''}`,
      `${counts.sent} sent, ${counts.delivered} delivered, ${counts.failed} not; ${counts.queued - counts.sent} under way, ${counts.waiting} waiting`,
      `${counts.heldOut} left out, ${counts.cancelled} cancelled`,
      ...excluded.map((one) => `${one.count} not texted: ${one.reason}`),
      `${counts.optedOut} opted out within ${plan.measureDays} days`,
      `paid within ${plan.measureDays} days: ${sayShare(counts.texted)} with the text, ${sayShare(counts.leftOut)} without`,
      uplift
        ? `difference ${sayPoints(uplift.estimate)}, 95 % interval ${sayPoints(uplift.low)} to ${sayPoints(uplift.high)}`
        : 'difference not known: one of the two groups is empty',
    ];
    await writeAnswer(`${rows.join('\n')}\n`);
    return EXIT.done;
  });
}

async function listCampaigns(ctx: Ctx, options: { biller?: string; json?: boolean }): Promise<ExitCode> {
  const { id: billerId } = await findCampaigner(ctx, options.biller);
  for (const one of await ctx.em.fork().find(Campaign, { billerId }, { orderBy: { createdAt: 'asc' } })) {
    const { name, state, reason, startAt } = one;
    const line = `${name} ${state}${reason ? ` (${reason})` : ''}`;
    await writeAnswer(`${options.json ? JSON.stringify({ name, state, reason, startAt }) : line}\n`);
  }
  return EXIT.done;
}

function sayShare({ hits, of }: { hits: number; of: number }): string {
  return of === 0 ? 'nobody' : `${hits} of ${of} (${((100 * hits) / of).toFixed(1)} %)`;
}

function sayPoints(share: number): string {
  return `${share >= 0 ? '+' : '−'}${Math.abs(100 * share).toFixed(1)} points`;
}

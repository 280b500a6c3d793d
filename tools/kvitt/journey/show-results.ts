import { type CardCounts, countCards } from '@kvitt/db/offer/count-cards';
import { netPromoterScore } from '@kvitt/domain/survey/net-promoter-score';
import { findCampaigner } from '../campaign/find-campaign.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { notice } from '../notice.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';

/** `journey results`: what came of each card. */
export async function showJourneyResults(options: { biller?: string; json?: boolean }): Promise<ExitCode> {
  return withContext({ isReadOnly: true }, async (ctx) => {
    const biller = await findCampaigner(ctx, options.biller);
    const counts = await countCards(ctx.em.fork(), biller.id);
    if (counts.length === 0) notice('No card was shown to anybody yet.');
    for (const one of counts) {
      const score = netPromoterScore(one);
      await writeAnswer(`${options.json ? JSON.stringify({ ...one, score: score ?? null }) : say(one)}\n`);
    }
    return EXIT.done;
  });
}

function say(counts: CardCounts): string {
  const { key, shown, taken, putAway, answered } = counts;
  const score = netPromoterScore(counts);
  if (!score) return `${key}: ${shown} shown, ${taken} taken up, ${putAway} put away`;
  const points = [score.score, score.low, score.high].map((one) => one.toFixed(0));
  return `${key}: ${shown} shown, ${answered} answered, ${putAway} put away; score ${points[0]}, 95 % interval ${points[1]} to ${points[2]}`;
}

import { loadJourney } from '@kvitt/db/offer/load-journey';
import { findCampaigner } from '../campaign/find-campaign.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { notice } from '../notice.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';

/** `journey show`: what a biller shows beside its bills, in the form that `journey save` takes. */
export async function showJourney(options: { biller?: string }): Promise<ExitCode> {
  return withContext({ isReadOnly: true }, async (ctx) => {
    const biller = await findCampaigner(ctx, options.biller);
    const saved = await loadJourney(ctx.em.fork(), biller.id);
    notice(
      saved
        ? `Version ${saved.version}, saved by ${saved.savedBy} on ${saved.savedAt.toISOString()}.`
        : 'No cards are saved, so nothing is shown beside bills. `journey save sample` makes a beginning.',
    );
    await writeAnswer(`${JSON.stringify(saved?.rules ?? { cards: [] }, null, 2)}\n`);
    return EXIT.done;
  });
}

import { moveCampaign } from '@kvitt/flows/campaign/move-campaign';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';
import { findCampaign } from './find-campaign.ts';
import { readTime } from './read-time.ts';

/** `campaign schedule`, `pause`, `resume`, `cancel`. */
export async function moveCampaignCommand(
  act: 'schedule' | 'pause' | 'resume' | 'cancel',
  name: string,
  options: { biller?: string; at?: string; json?: boolean },
): Promise<ExitCode> {
  return withContext({ isReadOnly: false }, async (ctx) => {
    const { biller, campaign } = await findCampaign(ctx, name, options.biller);
    const now = ctx.clock.now();
    const startAt = options.at ? readTime(options.at, biller.timeZone) : now;
    if (startAt < now) throw new CommandError(EXIT.no, 'That time is past.');
    const order = { billerId: biller.id, campaignId: campaign.id, act, actor: 'operator' };
    const answer = await inTransaction(ctx, (tx) =>
      moveCampaign(tx, { ...order, ...(act === 'schedule' && { startAt }) }),
    );
    if (answer.kind === 'refused') {
      throw new CommandError(EXIT.no, `${name} is ${answer.state}: it cannot ${act}.`);
    }
    const said = { name, state: answer.state, takenBack: answer.takenBack };
    const taken = answer.takenBack > 0 ? `; ${answer.takenBack} texts were taken out of the outbox` : '';
    await writeAnswer(options.json ? `${JSON.stringify(said)}\n` : `${name} is ${answer.state}${taken}.\n`);
    return EXIT.done;
  });
}

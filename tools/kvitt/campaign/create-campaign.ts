import { text } from 'node:stream/consumers';
import { createCampaign } from '@kvitt/flows/campaign/create-campaign';
import { readCampaign } from '@kvitt/flows/campaign/read-campaign';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { openInput } from '../open-input.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';
import { findCampaigner } from './find-campaign.ts';

/** `campaign create`: keeps what a file says as a draft. */
export async function createCampaignCommand(
  file: string,
  options: { biller?: string; json?: boolean },
): Promise<ExitCode> {
  const read = readCampaign(parse(await text(openInput(file).stream), file));
  if (read.kind === 'refused') throw new CommandError(EXIT.no, read.problems.join('\n'));
  const { plan } = read;
  return withContext({ isReadOnly: false }, async (ctx) => {
    const biller = await findCampaigner(ctx, options.biller);
    const answer = await createCampaign(ctx, { billerId: biller.id, plan, actor: 'operator' });
    if (answer.kind === 'refused') {
      throw new CommandError(EXIT.no, `There is a campaign ${plan.name} already; a name is used once.`);
    }
    const said = { name: plan.name, state: 'draft', campaignId: answer.campaignId };
    await writeAnswer(
      options.json
        ? `${JSON.stringify(said)}\n`
        : `${plan.name} is a draft. Look at it: campaign preview ${plan.name}\n`,
    );
    return EXIT.done;
  });
}

function parse(json: string, file: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new CommandError(EXIT.no, `${file} is not JSON.`);
  }
}

import { text } from 'node:stream/consumers';
import { SAMPLE_JOURNEY } from '@kvitt/domain/offer/sample-journey';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { readJourney } from '@kvitt/flows/offer/read-journey';
import { saveJourney } from '@kvitt/flows/offer/save-journey';
import { findCampaigner } from '../campaign/find-campaign.ts';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { openInput } from '../open-input.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';

/** `journey save FILE`: makes a file's cards the next version; says all that is wrong with those that it refuses. */
export async function saveJourneyCommand(file: string, options: { biller?: string }): Promise<ExitCode> {
  const json = file === 'sample' ? JSON.stringify(SAMPLE_JOURNEY) : await text(openInput(file).stream);
  const read = readJourney(parse(json, file));
  if (read.kind === 'refused') throw new CommandError(EXIT.no, `Not saved:\n${read.problems.join('\n')}`);
  const { journey } = read;
  return withContext({ isReadOnly: false }, async (ctx) => {
    const biller = await findCampaigner(ctx, options.biller);
    const order = { billerId: biller.id, journey, actor: 'operator:cli' };
    const version = await inTransaction(ctx, (tx) => saveJourney(tx, order));
    await writeAnswer(`Version ${version} of the cards of ${biller.slug} counts from now on.\n`);
    return EXIT.done;
  });
}

function parse(json: string, file: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new CommandError(EXIT.no, `${file} is no JSON.`);
  }
}

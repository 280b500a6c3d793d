import { text } from 'node:stream/consumers';
import type { Biller } from '@kvitt/db/biller/biller.entity';
import type { Cadence } from '@kvitt/domain/reminder/cadence';
import { defaultOf } from '@kvitt/domain/reminder/default-of';
import { readCadence } from '@kvitt/domain/reminder/read-cadence';
import { inTransaction } from '@kvitt/flows/kit/in-transaction';
import { saveCadence as save } from '@kvitt/flows/reminder/save-cadence';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { findBiller } from '../find-biller.ts';
import { openInput } from '../open-input.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';

/** `cadence save FILE`: makes a cadence the next version of a biller's; says all that is wrong with one that it refuses. */
export async function saveCadence(file: string, options: { biller?: string }): Promise<ExitCode> {
  return withContext({ isReadOnly: false }, async (ctx) => {
    const biller = await findBiller(ctx, options.biller);
    if (!biller) throw new CommandError(EXIT.no, 'There is no biller yet: import customers first.');
    const cadence = await readFrom(file, biller);
    const order = { billerId: biller.id, cadence, actor: 'operator:cli' };
    const version = await inTransaction(ctx, (tx) => save(tx, order));
    await writeAnswer(`Version ${version} of the cadence of ${biller.slug} counts from now on.\n`);
    return EXIT.done;
  });
}

async function readFrom(file: string, biller: Biller): Promise<Cadence> {
  if (file === 'default') return defaultOf(biller);
  const reading = readCadence(parse(file, await text(openInput(file).stream)));
  if (reading.kind === 'read') return reading.cadence;
  const problems = reading.problems.map(({ path, says }) => `${path} ${says}`).join('\n');
  throw new CommandError(EXIT.no, `Not saved:\n${problems}`);
}

function parse(file: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new CommandError(EXIT.no, `${file} is no JSON.`);
  }
}

import { loadCadence } from '@kvitt/db/reminder/load-cadence';
import { defaultOf } from '@kvitt/domain/reminder/default-of';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { findBiller } from '../find-biller.ts';
import { notice } from '../notice.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';

/** `cadence show`: the cadence that counts for a biller, in the form that `cadence save` takes. */
export async function showCadence(options: { biller?: string }): Promise<ExitCode> {
  return withContext({ isReadOnly: true }, async (ctx) => {
    const biller = await findBiller(ctx, options.biller);
    if (!biller) throw new CommandError(EXIT.no, 'There is no biller yet: import customers first.');
    const saved = await loadCadence(ctx.em.fork(), biller.id);
    if (saved)
      notice(`Version ${saved.version}, saved by ${saved.savedBy} on ${saved.savedAt.toISOString()}.`);
    else
      notice(
        'No cadence is saved, so no reminders are sent. This is the one that `cadence save default` saves.',
      );
    await writeAnswer(`${JSON.stringify(saved?.rules ?? defaultOf(biller), null, 2)}\n`);
    return EXIT.done;
  });
}

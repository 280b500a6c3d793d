import { setNameSpelling as set } from '@kvitt/flows/message/set-name-spelling';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { findBiller } from '../find-biller.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';

/** `template names plain|real`: whether first names go out in plain letters. */
export async function setNameSpelling(
  choice: string,
  options: { by: string; biller?: string },
): Promise<ExitCode> {
  if (choice !== 'plain' && choice !== 'real') {
    throw new CommandError(EXIT.usage, `Names are plain or real, not ${choice}.`);
  }
  return withContext({ isReadOnly: false }, async (ctx) => {
    const biller = await findBiller(ctx, options.biller);
    if (!biller) throw new CommandError(EXIT.no, 'There is no biller yet: import customers first.');
    await set(ctx, { billerId: biller.id, isNameSpelt: choice === 'plain', savedBy: options.by });
    await writeAnswer(
      `First names go out ${choice === 'plain' ? 'in plain letters' : 'as they are written'}.\n`,
    );
    return EXIT.done;
  });
}

import { loadOwnTexts } from '@kvitt/db/message/load-own-texts';
import {
  LEVELLED,
  LEVELS,
  type Levelled,
  OPEN_LOCK_SCREEN,
} from '@kvitt/domain/message/templates/fits-lock-screen';
import { setLockScreen as set } from '@kvitt/flows/message/set-lock-screen';
import { CommandError } from '../command-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { findBiller } from '../find-biller.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';

/** `template level set PURPOSE LEVEL`: the most that texts of this kind tell a lock screen, from the next one on. */
export async function setLockScreen(
  purpose: string,
  level: string,
  options: { by: string; biller?: string },
): Promise<ExitCode> {
  const levelled = LEVELLED.find((one) => one === purpose);
  if (!levelled) throw new CommandError(EXIT.usage, `It is one of ${LEVELLED.join(', ')}, not ${purpose}.`);
  const choices = choicesFor(levelled);
  const chosen = choices.find((one) => one === level);
  if (!chosen) throw new CommandError(EXIT.usage, `${levelled} takes ${choices.join(', ')}, not ${level}.`);
  return withContext({ isReadOnly: false }, async (ctx) => {
    const biller = await findBiller(ctx, options.biller);
    if (!biller) throw new CommandError(EXIT.no, 'There is no biller yet: import customers first.');
    await set(ctx, { billerId: biller.id, levels: { [levelled]: chosen }, savedBy: options.by });
    const { lockScreen } = await loadOwnTexts(ctx.em.fork(), biller.id);
    await writeAnswer(`${LEVELLED.map((one) => `${one} ${lockScreen[one]}`).join(', ')}\n`);
    return EXIT.done;
  });
}

/** No text of its kind says more than what goes without saying, so there is nothing above that to choose. */
function choicesFor(levelled: Levelled): readonly string[] {
  return LEVELS.slice(0, LEVELS.indexOf(OPEN_LOCK_SCREEN[levelled]) + 1);
}

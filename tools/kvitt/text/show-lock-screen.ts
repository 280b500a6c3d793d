import { loadOwnTexts } from '@kvitt/db/message/load-own-texts';
import { LEVELLED, OPEN_LOCK_SCREEN } from '@kvitt/domain/message/templates/fits-lock-screen';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { findBiller } from '../find-biller.ts';
import { withContext } from '../with-context.ts';
import { writeAnswer } from '../write-answer.ts';

/** `template level show`: the most that each kind of text tells a lock screen. */
export async function showLockScreen(options: { biller?: string; json?: boolean }): Promise<ExitCode> {
  return withContext({ isReadOnly: true }, async (ctx) => {
    const biller = await findBiller(ctx, options.biller);
    const lockScreen = biller ? (await loadOwnTexts(ctx.em.fork(), biller.id)).lockScreen : OPEN_LOCK_SCREEN;
    const line = LEVELLED.map((one) => `${one} ${lockScreen[one]}`).join(', ');
    await writeAnswer(`${options.json ? JSON.stringify(lockScreen) : line}\n`);
    return EXIT.done;
  });
}

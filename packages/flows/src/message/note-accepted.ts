import { type Accepted, markAccepted } from '@kvitt/db/message/mark-accepted';
import type { Ctx } from '../kit/context.ts';
import { forgetGuess } from './forget-guess.ts';

/** PostgreSQL's word for a key that is there already. */
const UNIQUE_VIOLATION = '23505';

/**
 * Notes that the carrier has taken some texts of one biller, under the carrier's ids. Where a look-up has guessed meanwhile
 * that such an id is another text's, the guess was wrong: the answer to the sending itself knows.
 */
export async function noteAccepted(ctx: Ctx, billerId: string, accepted: readonly Accepted[]): Promise<void> {
  try {
    await markAccepted(ctx.em.fork(), billerId, accepted);
  } catch (error) {
    if ((error as { code?: unknown }).code !== UNIQUE_VIOLATION) throw error;
    for (const one of accepted) {
      await forgetGuess(ctx, { billerId, vendorId: one.vendorId, owner: one.id });
      await markAccepted(ctx.em.fork(), billerId, [one]);
    }
  }
}

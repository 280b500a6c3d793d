import { Message } from '@kvitt/db/message/message.entity';
import { UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import type { Ctx } from '../kit/context.ts';
import { forgetGuess } from './forget-guess.ts';

/**
 * Notes that the carrier has taken a text, under the carrier's id. Where a look-up has guessed meanwhile that this id is
 * another text's, the guess was wrong: the answer to the sending itself knows.
 */
export async function noteAccepted(
  ctx: Ctx,
  key: { billerId: string; id: string },
  vendorId: string,
): Promise<void> {
  try {
    await note(ctx, key, vendorId);
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    await forgetGuess(ctx, { billerId: key.billerId, vendorId, owner: key.id });
    await note(ctx, key, vendorId);
  }
}

async function note(ctx: Ctx, key: { billerId: string; id: string }, vendorId: string): Promise<void> {
  const em = ctx.em.fork();
  const sent = { vendorId, sentAt: ctx.clock.now() };
  // Also one that was taken for lost while this process stood still, and waits in the outbox again.
  const state = { $in: ['sending' as const, 'uncertain' as const, 'queued' as const] };
  const wasOurs = await em.nativeUpdate(Message, { ...key, state }, { state: 'sent', reason: null, ...sent });
  // A report may have come in before this answer did; then it has said more already.
  if (!wasOurs) await em.nativeUpdate(Message, { ...key, vendorId: null }, sent);
}

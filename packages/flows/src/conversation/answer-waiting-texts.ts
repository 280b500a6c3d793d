import { Message } from '@kvitt/db/message/message.entity';
import type { Ctx } from '../kit/context.ts';
import { oneByOne } from '../kit/one-by-one.ts';
import { answerText } from './answer-text.ts';

/** A text unanswered for this long has lost its worker; an ordinary answer takes milliseconds. */
const WAITING_MS = 10_000;

/** Answered at a time; the rest waits for the next round. */
const AT_ONCE = 50;

/**
 * Answers texts whose worker died on them, without waiting for the queue to give their job up: the row says that nobody
 * has answered, and answering twice answers once.
 * @returns how many were answered
 */
export async function answerWaitingTexts(ctx: Ctx): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - WAITING_MS);
  const waiting = await ctx.em
    .fork()
    .find(
      Message,
      { direction: 'in', outcome: null, createdAt: { $lte: before } },
      { orderBy: { createdAt: 'asc' }, limit: AT_ONCE, fields: ['billerId', 'id'] },
    );
  return oneByOne(ctx, waiting, ({ billerId, id }) => answerText(ctx, { billerId, messageId: id }));
}

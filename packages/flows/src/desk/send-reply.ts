import { Conversation } from '@kvitt/db/conversation/conversation.entity';
import { Desk } from '@kvitt/db/desk/desk.entity';
import { redactCardNumbers } from '@kvitt/domain/conversation/redact-card-numbers';
import { readAnswering } from '@kvitt/domain/desk/read-answering';
import { normaliseText } from '@kvitt/domain/message/normalise-text';
import { noteAct } from '../agent/note-act.ts';
import type { TxCtx } from '../kit/context.ts';
import { type QueueAnswer, queueText } from '../message/queue-text.ts';
import { type AtDesk, findHolder } from './move-thread.ts';

/** How long a reply lies in the outbox before it may go, so that it can be taken back. */
export const UNDO_MS = 5_000;

/** Ten parts; what is longer is no text any more. */
const LONGEST = 1_530;

export interface Reply {
  conversationId: string;
  /** Made by the console, so that a reply that is sent twice by a shaky line is one text. */
  replyId: string;
  body: string;
  /** Not before this. */
  sendAt?: Date | undefined;
  /** The bill whose link stands where the body says `{link}`. */
  invoiceId?: string | undefined;
}

export type ReplyAnswer =
  | QueueAnswer
  | { kind: 'refused'; refusal: 'NO_SUCH_THREAD' | 'EMPTY' | 'TOO_LONG' | 'LINK_WITHOUT_BILL' }
  /** A colleague has the thread: two answers to one question would cross. */
  | { kind: 'refused'; refusal: 'TAKEN'; by: string };

/**
 * Queues an agent's words as a text, under the same rules as every other. It lies five seconds in the outbox, in which
 * it can be taken back. The thread is then the agent's, and waits for the customer.
 */
export async function sendReply(tx: TxCtx, actor: AtDesk, reply: Reply): Promise<ReplyAnswer> {
  const { billerId } = actor;
  const { conversationId } = reply;
  const conversation = await tx.em.findOne(Conversation, { billerId, id: conversationId });
  if (!conversation) return { kind: 'refused', refusal: 'NO_SUCH_THREAD' };
  const body = redactCardNumbers(normaliseText(reply.body.trim())).text;
  if (body === '') return { kind: 'refused', refusal: 'EMPTY' };
  if (body.length > LONGEST) return { kind: 'refused', refusal: 'TOO_LONG' };
  if (body.includes('{link}') && !reply.invoiceId) return { kind: 'refused', refusal: 'LINK_WITHOUT_BILL' };
  const desk = await tx.em.findOne(Desk, { billerId, conversationId }, { refresh: true });
  const by = await findHolder(tx, actor, desk?.assigneeId);
  if (by !== undefined) return { kind: 'refused', refusal: 'TAKEN', by };
  const now = tx.clock.now();
  const earliest = new Date(now.getTime() + UNDO_MS);
  const sendAt = reply.sendAt && reply.sendAt > earliest ? reply.sendAt : earliest;
  const answer = await queueText(tx, {
    billerId,
    conversationId,
    senderId: conversation.senderId,
    phoneId: conversation.phoneId,
    ...readAnswering(conversation.lastInboundAt, sendAt),
    template: 'agent-reply',
    body,
    // The name is kept with the text: who wrote it stays true when the agent has left.
    cause: `agent-reply/${reply.replyId}/${actor.name}`,
    sendAt,
    ...(reply.invoiceId && { invoiceId: reply.invoiceId }),
  });
  if (answer.kind !== 'queued') return answer;
  await tx.em.nativeUpdate(
    Desk,
    { billerId, conversationId },
    { state: 'waiting', assigneeId: actor.id, wantedSince: null, unreadSince: null, snoozedUntil: null },
  );
  await noteAct(tx, actor, 'thread.replied', { subject: 'message', subjectId: answer.messageId });
  return answer;
}

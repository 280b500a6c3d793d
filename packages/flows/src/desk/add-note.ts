import { Agent } from '@kvitt/db/agent/agent.entity';
import { Conversation } from '@kvitt/db/conversation/conversation.entity';
import { DeskNote } from '@kvitt/db/desk/desk-note.entity';
import { insertOnce } from '@kvitt/db/kit/insert-once';
import type { TxCtx } from '../kit/context.ts';
import type { AtDesk } from './move-thread.ts';

export type NoteAnswer =
  | { kind: 'added'; noteId: string; mentions: string[] }
  | { kind: 'refused'; refusal: 'NO_SUCH_THREAD' | 'EMPTY' };

/** Writes a note into a thread, which no customer sees. Colleagues whose first name follows an `@` are mentioned. */
export async function addNote(
  tx: TxCtx,
  actor: AtDesk,
  note: { conversationId: string; noteId: string; body: string },
): Promise<NoteAnswer> {
  const { billerId } = actor;
  const { conversationId, noteId } = note;
  const body = note.body.trim();
  if (body === '') return { kind: 'refused', refusal: 'EMPTY' };
  if (!(await tx.em.findOne(Conversation, { billerId, id: conversationId }))) {
    return { kind: 'refused', refusal: 'NO_SUCH_THREAD' };
  }
  const agents = await tx.em.find(Agent, { billerId, removedAt: null });
  const called = new Set([...body.matchAll(/@([\p{L}-]+)/gu)].map(([, name]) => name?.toLowerCase()));
  const mentions = agents
    .filter(({ name }) => called.has(name.split(' ')[0]?.toLowerCase()))
    .map(({ id }) => id);
  await insertOnce(tx.em, DeskNote, {
    billerId,
    id: noteId,
    conversationId,
    authorId: actor.id,
    author: actor.name,
    body,
    mentions,
    createdAt: tx.clock.now(),
  });
  return { kind: 'added', noteId, mentions };
}

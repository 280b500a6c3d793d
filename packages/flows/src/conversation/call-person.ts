import { DeskNote } from '@kvitt/db/desk/desk-note.entity';
import { insertOnce } from '@kvitt/db/kit/insert-once';
import type { TxCtx } from '../kit/context.ts';
import { findThread } from './find-thread.ts';
import { wantPerson } from './want-person.ts';

/**
 * Asks for a person in the thread of an account's phone, within the caller's transaction, with a note of what it is about
 * that no customer sees. An account without a phone has no thread, and
 * nobody is called.
 */
export async function callPerson(
  tx: TxCtx,
  { billerId, accountId }: { billerId: string; accountId: string },
  { why, note, noteId }: { why: string; note: string; noteId: string },
): Promise<void> {
  const thread = await findThread(tx, billerId, accountId);
  if (!thread) return;
  const { conversationId } = thread;
  await insertOnce(tx.em, DeskNote, {
    billerId,
    id: noteId,
    conversationId,
    authorId: null,
    author: 'Kvitt',
    body: note,
    mentions: [],
    createdAt: tx.clock.now(),
  });
  await wantPerson(tx, { billerId, conversationId }, why);
}

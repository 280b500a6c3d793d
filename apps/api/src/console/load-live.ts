import { findThreads } from '@kvitt/db/conversation/list-threads';
import { DeskNote } from '@kvitt/db/desk/desk-note.entity';
import type { Ctx } from '@kvitt/flows/kit/context';

const WORDS = 140;

/** What consoles are told of what has changed, by its kind: of the desk the lines of the threads, of notes whom they name. */
export async function loadLive(
  ctx: Ctx,
  billerId: string,
  kind: string,
  ids: readonly string[],
): Promise<unknown[]> {
  if (kind === 'desk') return findThreads(ctx.em, billerId, ids);
  if (kind !== 'note') return ids.map((id) => ({ id }));
  const notes = await ctx.em.find(
    DeskNote,
    { billerId, id: { $in: [...ids] } },
    { orderBy: { createdAt: 'asc' } },
  );
  return notes.map(({ id: noteId, conversationId, authorId, author: by, body, mentions }) => ({
    ...{ noteId, conversationId, authorId, by, mentions },
    words: body.slice(0, WORDS),
  }));
}

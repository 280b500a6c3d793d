import { Desk } from '@kvitt/db/desk/desk.entity';
import { Message } from '@kvitt/db/message/message.entity';
import { noteAct } from '../agent/note-act.ts';
import { closeQuestionOf } from '../conversation/close-question-of.ts';
import type { TxCtx } from '../kit/context.ts';
import type { AtDesk } from './move-thread.ts';

export type UndoAnswer =
  | { kind: 'undone'; body: string }
  | { kind: 'refused'; refusal: 'GONE_ALREADY' | 'NO_SUCH_TEXT' };

/**
 * Takes back a text of an agent's that nobody has claimed yet, in its five seconds or days ahead of its time: the row says
 * cancelled, and its words go back to the composer. What it asked is asked no more; what was asked
 * after it still is. A text that is held for a person is
 * dropped in the same way, whoever wrote it.
 */
export async function undoText(
  tx: TxCtx,
  actor: AtDesk,
  { messageId }: { messageId: string },
): Promise<UndoAnswer> {
  const { billerId } = actor;
  const text = await tx.em.findOne(Message, { billerId, id: messageId, direction: 'out' });
  if (!text) return { kind: 'refused', refusal: 'NO_SUCH_TEXT' };
  const isAgents = text.cause?.startsWith('agent-') === true;
  const taken = await tx.em.nativeUpdate(
    Message,
    { billerId, id: messageId, state: { $in: isAgents ? ['queued', 'held'] : ['held'] } },
    { state: 'cancelled', reason: 'TAKEN_BACK' },
  );
  if (taken === 0) return { kind: 'refused', refusal: 'GONE_ALREADY' };
  const { conversationId, body } = text;
  await closeQuestionOf(tx, text);
  if (isAgents) await tx.em.nativeUpdate(Desk, { billerId, conversationId }, { state: 'open' });
  await noteAct(tx, actor, 'thread.reply-undone', { subject: 'message', subjectId: messageId });
  return { kind: 'undone', body };
}

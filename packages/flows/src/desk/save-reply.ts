import { SavedReply } from '@kvitt/db/desk/saved-reply.entity';
import { redactCardNumbers } from '@kvitt/domain/conversation/redact-card-numbers';
import { isReplyVariable } from '@kvitt/domain/desk/fill-reply';
import type { Language } from '@kvitt/domain/locale/language';
import { normaliseText } from '@kvitt/domain/message/normalise-text';
import { noteAct } from '../agent/note-act.ts';
import type { TxCtx } from '../kit/context.ts';
import type { AtDesk } from './move-thread.ts';

export interface ReplyDraft {
  id: string;
  /** What is typed after `/`: one word. */
  name: string;
  language: Language;
  body: string;
}

export type SavedReplyAnswer =
  | { kind: 'saved' }
  | { kind: 'refused'; refusal: 'BAD_NAME' | 'EMPTY' | 'TOO_LONG' | 'NAME_TAKEN' }
  /** A name in braces that stands for nothing, as it was written. */
  | { kind: 'refused'; refusal: 'UNKNOWN_VARIABLE'; variable: string };

/** As long as a text of ten parts. */
const LONGEST = 1_530;

/** Keeps words that agents use again and again; one of this id is changed. */
export async function saveReply(tx: TxCtx, actor: AtDesk, draft: ReplyDraft): Promise<SavedReplyAnswer> {
  const { billerId } = actor;
  const { id, language } = draft;
  const name = draft.name.trim().toLowerCase();
  const body = redactCardNumbers(normaliseText(draft.body.trim())).text;
  if (!/^[\p{L}\d-]{1,24}$/u.test(name)) return { kind: 'refused', refusal: 'BAD_NAME' };
  if (body === '') return { kind: 'refused', refusal: 'EMPTY' };
  if (body.length > LONGEST) return { kind: 'refused', refusal: 'TOO_LONG' };
  const unknown = [...body.matchAll(/\{(\w+)\}/g)].find(([, variable = '']) => !isReplyVariable(variable));
  if (unknown) return { kind: 'refused', refusal: 'UNKNOWN_VARIABLE', variable: unknown[0] };
  const other = await tx.em.findOne(SavedReply, { billerId, name, language, id: { $ne: id } });
  if (other) return { kind: 'refused', refusal: 'NAME_TAKEN' };
  await tx.em.upsert(SavedReply, { billerId, id, name, language, body });
  await noteAct(tx, actor, 'desk.reply-saved', { detail: `${name} ${language}` });
  return { kind: 'saved' };
}

/** Removes saved words; nothing happens where they are gone already. */
export async function removeReply(tx: TxCtx, actor: AtDesk, { id }: { id: string }): Promise<void> {
  const { billerId } = actor;
  const saved = await tx.em.findOne(SavedReply, { billerId, id });
  if (!saved) return;
  await tx.em.nativeDelete(SavedReply, { billerId, id });
  await noteAct(tx, actor, 'desk.reply-removed', { detail: `${saved.name} ${saved.language}` });
}

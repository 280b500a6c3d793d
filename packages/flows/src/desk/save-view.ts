import { SavedView, type ViewSetting } from '@kvitt/db/desk/saved-view.entity';
import { LEADS, type Role } from '@kvitt/domain/agent/role';
import { noteAct } from '../agent/note-act.ts';
import type { TxCtx } from '../kit/context.ts';
import type { AtDesk } from './move-thread.ts';

export interface ViewDraft {
  id: string;
  screen: string;
  name: string;
  isShared: boolean;
  setting: ViewSetting;
}

export type SavedViewAnswer =
  | { kind: 'saved' }
  /** What everybody sees is a lead's to say · one of another's is theirs alone · one person keeps fifty of a table. */
  | { kind: 'refused'; refusal: 'NOT_YOURS' | 'NOT_FOR_YOUR_ROLE' | 'NAME_TAKEN' | 'EMPTY' | 'TOO_MANY' };

const MOST = 50;

/** Keeps a view of a table under a name, within the caller's transaction; one of this id is changed. */
export async function saveView(
  tx: TxCtx,
  actor: AtDesk & { role: Role },
  draft: ViewDraft,
): Promise<SavedViewAnswer> {
  const { billerId, id: agentId, role } = actor;
  const { id, screen, isShared, setting } = draft;
  const name = draft.name.trim();
  if (name === '') return { kind: 'refused', refusal: 'EMPTY' };
  if (isShared && !LEADS.includes(role)) return { kind: 'refused', refusal: 'NOT_FOR_YOUR_ROLE' };
  const before = await tx.em.findOne(SavedView, { billerId, id });
  if (before && !mayChange(actor, before)) return { kind: 'refused', refusal: 'NOT_YOURS' };
  const mine = await tx.em.find(SavedView, { billerId, screen, agentId }, { limit: MOST + 1 });
  const others = mine.filter((one) => one.id !== id);
  if (others.some((one) => one.name === name)) return { kind: 'refused', refusal: 'NAME_TAKEN' };
  if (others.length >= MOST) return { kind: 'refused', refusal: 'TOO_MANY' };
  const savedAt = tx.clock.now();
  await tx.em.upsert(SavedView, { billerId, id, agentId, screen, name, isShared, setting, savedAt });
  if (isShared || before?.isShared) await noteAct(tx, actor, 'view.shared', { detail: `${screen} ${name}` });
  return { kind: 'saved' };
}

/** Removes a view; nothing happens where it is gone already. */
export async function removeView(
  tx: TxCtx,
  actor: AtDesk & { role: Role },
  { id }: { id: string },
): Promise<{ kind: 'removed' } | { kind: 'refused'; refusal: 'NOT_YOURS' }> {
  const { billerId } = actor;
  const view = await tx.em.findOne(SavedView, { billerId, id });
  if (view && !mayChange(actor, view)) return { kind: 'refused', refusal: 'NOT_YOURS' };
  await tx.em.nativeDelete(SavedView, { billerId, id });
  if (view?.isShared) await noteAct(tx, actor, 'view.removed', { detail: `${view.screen} ${view.name}` });
  return { kind: 'removed' };
}

/** Each changes their own, and leads change what is everybody's. */
function mayChange(actor: AtDesk & { role: Role }, view: SavedView): boolean {
  return view.isShared ? LEADS.includes(actor.role) : view.agentId === actor.id;
}

import type { Actor } from '../agent/note-act.ts';
import type { TxCtx } from '../kit/context.ts';
import { type ImportOrdered, lockImport, REPEATABLE } from './lock-import.ts';

/** Puts a file away that nobody is going to load. */
export async function dropImport(tx: TxCtx, actor: Actor, fileId: string): Promise<ImportOrdered> {
  const file = await lockImport(tx, actor.billerId, fileId);
  if (!file) return { kind: 'refused', refusal: 'NO_SUCH_IMPORT' };
  if (!REPEATABLE.includes(file.state)) return { kind: 'refused', refusal: 'NOT_NOW' };
  file.state = 'dropped';
  file.changedAt = tx.clock.now();
  await tx.em.flush();
  return { kind: 'ordered' };
}

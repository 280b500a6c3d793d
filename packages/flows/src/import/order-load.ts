import type { Actor } from '../agent/note-act.ts';
import type { TxCtx } from '../kit/context.ts';
import { beginImport } from './begin-import.ts';
import { type ImportOrdered, lockImport } from './lock-import.ts';

/** Has a worker load a file that was checked and found right; it is checked again in the transaction that loads it. */
export async function orderLoad(tx: TxCtx, actor: Actor, fileId: string): Promise<ImportOrdered> {
  const file = await lockImport(tx, actor.billerId, fileId);
  if (!file) return { kind: 'refused', refusal: 'NO_SUCH_IMPORT' };
  if (file.state !== 'checked') return { kind: 'refused', refusal: 'NOT_CHECKED' };
  await beginImport(tx, actor, file, { state: 'loading' });
  return { kind: 'ordered' };
}

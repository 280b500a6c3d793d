import type { ImportFile } from '@kvitt/db/import/import-file.entity';
import type { Actor } from '../agent/note-act.ts';
import type { TxCtx } from '../kit/context.ts';

/** Notes what is to be done with a locked file, and by whose order, and puts it in the queue of the workers. */
export async function beginImport(
  tx: TxCtx,
  actor: Actor,
  file: ImportFile,
  to: Partial<ImportFile>,
): Promise<void> {
  const fresh = { readBytes: 0, stage: null, orderedBy: actor.name, orderedById: actor.id };
  Object.assign(file, fresh, to, { changedAt: tx.clock.now() });
  await tx.em.flush();
  const { billerId, id: fileId } = file;
  await tx.jobs.enqueue(tx.em.getKysely(), 'import.run', { billerId, fileId });
}

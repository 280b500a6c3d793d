import { createHash } from 'node:crypto';
import { ImportFile } from '@kvitt/db/import/import-file.entity';
import { ImportPiece } from '@kvitt/db/import/import-piece.entity';
import { type ImportSubject, LARGEST_IMPORT_BYTES } from '@kvitt/domain/import/import-subject';
import type { Actor } from '../agent/note-act.ts';
import { noteAct } from '../agent/note-act.ts';
import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';

/** Large enough that a file is few rows, small enough to hold in memory for as many uploads as come at once. */
const PIECE_BYTES = 256 * 1024;

export type Receiving =
  | { kind: 'received'; fileId: string }
  | { kind: 'refused'; refusal: 'FILE_TOO_LARGE' | 'FILE_EMPTY' | 'UPLOAD_CUT_OFF' };

/**
 * Keeps a file as it comes in, piece by piece, each in a transaction of its own: nothing is held open for as long as a slow
 * line takes. Nothing of it is read yet. One that is too large, empty or cut off is put away again.
 */
export async function receiveFile(
  ctx: Ctx,
  actor: Actor,
  file: { kind: ImportSubject; name: string; chunks: AsyncIterable<Uint8Array> },
): Promise<Receiving> {
  const { billerId } = actor;
  const id = ctx.ids.next();
  const now = ctx.clock.now();
  await inTransaction(ctx, (tx) =>
    tx.em.insert(ImportFile, {
      ...{ billerId, id, kind: file.kind, name: file.name, bytes: 0, state: 'receiving', readBytes: 0 },
      ...{ isConsent: true, isLateConsent: true, uploadedBy: actor.name, uploadedAt: now, changedAt: now },
    }),
  );
  const hash = createHash('sha256');
  let bytes = 0;
  let at = 0;
  const drop = async (refusal: Extract<Receiving, { kind: 'refused' }>['refusal']): Promise<Receiving> => {
    await inTransaction(ctx, (tx) => tx.em.nativeUpdate(ImportFile, { billerId, id }, { state: 'dropped' }));
    return { kind: 'refused', refusal };
  };
  try {
    for await (const piece of cutPieces(file.chunks)) {
      bytes += piece.byteLength;
      if (bytes > LARGEST_IMPORT_BYTES) return await drop('FILE_TOO_LARGE');
      hash.update(piece);
      const row = { billerId, fileId: id, at, bytes: piece };
      await inTransaction(ctx, (tx) => tx.em.insert(ImportPiece, row));
      at += 1;
    }
  } catch (error) {
    await drop('UPLOAD_CUT_OFF');
    throw error;
  }
  if (bytes === 0) return drop('FILE_EMPTY');
  await inTransaction(ctx, async (tx) => {
    const kept = { bytes, sha256: hash.digest('hex'), state: 'received' as const, changedAt: tx.clock.now() };
    await tx.em.nativeUpdate(ImportFile, { billerId, id }, kept);
    await noteAct(tx, actor, 'import.uploaded', { subject: 'import', subjectId: id, detail: file.name });
  });
  return { kind: 'received', fileId: id };
}

async function* cutPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    bytes += chunk.byteLength;
    if (bytes < PIECE_BYTES) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(waiting);
}

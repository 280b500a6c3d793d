import { ImportFile } from '@kvitt/db/import/import-file.entity';
import { ImportMap } from '@kvitt/db/import/import-map.entity';
import type { ImportState } from '@kvitt/domain/import/import-subject';
import { LockMode } from '@mikro-orm/postgresql';
import type { Actor } from '../agent/note-act.ts';
import type { TxCtx } from '../kit/context.ts';
import type { MapError } from './map-error.ts';
import { readCustomerMap } from './read-customer-map.ts';
import { readInvoiceMap } from './read-invoice-map.ts';

export type ImportOrdered =
  | { kind: 'ordered' }
  | { kind: 'refused'; refusal: 'NO_SUCH_IMPORT' | 'NOT_NOW' | 'BYTES_GONE' | 'NOT_CHECKED' }
  | { kind: 'map-refused'; errors: MapError[] };

export interface CheckOrder {
  fileId: string;
  /** In the form of the command's map files. */
  map: Record<string, unknown>;
  /** Kept under this name for the next file of the kind; not kept where absent. */
  keepAs?: string | undefined;
  isConsent: boolean;
  isLateConsent: boolean;
}

/**
 * Has a worker check an uploaded file by a map: a dry run that changes nothing but what is known of the file. May be done
 * again with another map, until it is loaded.
 */
export async function orderCheck(tx: TxCtx, actor: Actor, order: CheckOrder): Promise<ImportOrdered> {
  const file = await lockFile(tx, actor.billerId, order.fileId);
  const refusal = mayCheck(file);
  if (!file || refusal) return { kind: 'refused', refusal: refusal ?? 'NO_SUCH_IMPORT' };
  const reading = file.kind === 'customers' ? readCustomerMap(order.map) : readInvoiceMap(order.map);
  if (reading.kind === 'refused') return { kind: 'map-refused', errors: reading.errors };
  if (order.keepAs !== undefined) {
    const { billerId, name: savedBy } = actor;
    await tx.em.upsert(ImportMap, {
      ...{ billerId, kind: file.kind, name: order.keepAs, map: order.map, savedBy, savedAt: tx.clock.now() },
    });
  }
  const { map, isConsent, isLateConsent } = order;
  await begin(tx, actor, file, { state: 'checking', map, isConsent, isLateConsent });
  return { kind: 'ordered' };
}

/** Has a worker load a file that was checked and found right; it is checked again in the transaction that loads it. */
export async function orderLoad(tx: TxCtx, actor: Actor, fileId: string): Promise<ImportOrdered> {
  const file = await lockFile(tx, actor.billerId, fileId);
  if (!file) return { kind: 'refused', refusal: 'NO_SUCH_IMPORT' };
  if (file.state !== 'checked') return { kind: 'refused', refusal: 'NOT_CHECKED' };
  await begin(tx, actor, file, { state: 'loading' });
  return { kind: 'ordered' };
}

/** Puts a file away that nobody is going to load. */
export async function dropImport(tx: TxCtx, actor: Actor, fileId: string): Promise<ImportOrdered> {
  const file = await lockFile(tx, actor.billerId, fileId);
  if (!file) return { kind: 'refused', refusal: 'NO_SUCH_IMPORT' };
  if (!REPEATABLE.includes(file.state)) return { kind: 'refused', refusal: 'NOT_NOW' };
  file.state = 'dropped';
  file.changedAt = tx.clock.now();
  await tx.em.flush();
  return { kind: 'ordered' };
}

/** While a worker is at a file nobody moves it, and what is loaded stays so. */
const REPEATABLE: readonly ImportState[] = ['received', 'checked', 'refused', 'broken'];

function mayCheck(file: ImportFile | null): 'NO_SUCH_IMPORT' | 'NOT_NOW' | 'BYTES_GONE' | undefined {
  if (!file) return 'NO_SUCH_IMPORT';
  if (file.state === 'dropped') return 'BYTES_GONE';
  return REPEATABLE.includes(file.state) ? undefined : 'NOT_NOW';
}

async function lockFile(tx: TxCtx, billerId: string, id: string): Promise<ImportFile | null> {
  return tx.em.findOne(ImportFile, { billerId, id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

async function begin(tx: TxCtx, actor: Actor, file: ImportFile, to: Partial<ImportFile>): Promise<void> {
  const fresh = { readBytes: 0, stage: null, orderedBy: actor.name, orderedById: actor.id };
  Object.assign(file, fresh, to, { changedAt: tx.clock.now() });
  await tx.em.flush();
  const { billerId, id: fileId } = file;
  await tx.jobs.enqueue(tx.em.getKysely(), 'import.run', { billerId, fileId });
}

import type { ImportFile } from '@kvitt/db/import/import-file.entity';
import { ImportMap } from '@kvitt/db/import/import-map.entity';
import type { Actor } from '../agent/note-act.ts';
import type { TxCtx } from '../kit/context.ts';
import { beginImport } from './begin-import.ts';
import { type ImportOrdered, lockImport, REPEATABLE } from './lock-import.ts';
import { readCustomerMap } from './read-customer-map.ts';
import { readInvoiceMap } from './read-invoice-map.ts';

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
  const file = await lockImport(tx, actor.billerId, order.fileId);
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
  await beginImport(tx, actor, file, { state: 'checking', map, isConsent, isLateConsent });
  return { kind: 'ordered' };
}

function mayCheck(file: ImportFile | null): 'NO_SUCH_IMPORT' | 'NOT_NOW' | 'BYTES_GONE' | undefined {
  if (!file) return 'NO_SUCH_IMPORT';
  if (file.state === 'dropped') return 'BYTES_GONE';
  return REPEATABLE.includes(file.state) ? undefined : 'NOT_NOW';
}

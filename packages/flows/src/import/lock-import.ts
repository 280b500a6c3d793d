import { ImportFile } from '@kvitt/db/import/import-file.entity';
import type { ImportState } from '@kvitt/domain/import/import-subject';
import { LockMode } from '@mikro-orm/postgresql';
import type { TxCtx } from '../kit/context.ts';
import type { MapError } from './map-error.ts';

export type ImportOrdered =
  | { kind: 'ordered' }
  | { kind: 'refused'; refusal: 'NO_SUCH_IMPORT' | 'NOT_NOW' | 'BYTES_GONE' | 'NOT_CHECKED' }
  | { kind: 'map-refused'; errors: MapError[] };

/** While a worker is at a file nobody moves it, and what is loaded stays so. */
export const REPEATABLE: readonly ImportState[] = ['received', 'checked', 'refused', 'broken'];

/** The uploaded file, until the end of the transaction nobody else's; null where the biller has none of that id. */
export async function lockImport(tx: TxCtx, billerId: string, id: string): Promise<ImportFile | null> {
  return tx.em.findOne(ImportFile, { billerId, id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

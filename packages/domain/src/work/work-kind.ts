import type { DifferenceKind } from '../payment/compare-books.ts';

/**
 * What a person has to look at: a difference between the ledger and the processor's books, or a dispute that wants an
 * answer by a day.
 */
export type WorkKind = DifferenceKind | 'dispute';

import type { DifferenceKind } from '../payment/compare-books.ts';

/**
 * What a person has to look at: a difference between the ledger and the processor's books, a dispute that wants an answer by
 * a day, a debit that a bank sent back for what looks like a mistake of ours, more money than was due, money of which
 * nobody knows whose it is, or a customer who wants to be forgotten.
 */
export type WorkKind =
  | DifferenceKind
  | 'dispute'
  | 'returned-debit'
  | 'overpayment'
  | 'unmatched-payment'
  | 'erasure';

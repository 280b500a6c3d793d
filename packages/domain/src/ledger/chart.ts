import type { AdjustmentKind } from '../invoice/adjustment.ts';

/**
 * The chart of accounts, as far as billing and paying by card need it. Debits are positive, credits negative.
 * `receivable` what customers owe, kept per bill · `revenue` what was billed · `processor` what the card processor
 * holds for the biller until it pays out · `outside` paid to the biller past Kvitt (cheque, bank, an older system) ·
 * `allowance` given back and forgiven · `fee` late fees, less what was waived · `card-fee` added for paying
 * by card · `loss` written off, and
 * differences too small to ask for · `credit` what customers have to their credit · `disputed` what banks have taken while a dispute is open · `cost` what the processor
 * charges for disputes.
 */
export type LedgerAccount =
  | 'receivable'
  | 'revenue'
  | 'processor'
  | 'disputed'
  | 'outside'
  | 'credit'
  | 'allowance'
  | 'fee'
  | 'card-fee'
  | 'loss'
  | 'cost';

export const CHART: Record<
  LedgerAccount,
  { type: 'asset' | 'liability' | 'income' | 'expense'; name: string }
> = {
  receivable: { type: 'asset', name: 'Receivable from customers' },
  revenue: { type: 'income', name: 'Billed' },
  processor: { type: 'asset', name: 'Held by the card processor' },
  disputed: { type: 'asset', name: 'Taken by banks while disputed' },
  outside: { type: 'asset', name: 'Received outside Kvitt' },
  credit: { type: 'liability', name: 'Owed to customers as credit' },
  allowance: { type: 'income', name: 'Given back and forgiven' },
  fee: { type: 'income', name: 'Late fees' },
  'card-fee': { type: 'income', name: 'Added for paying by card' },
  loss: { type: 'expense', name: 'Written off' },
  cost: { type: 'expense', name: 'Fees of the card processor' },
};

/** Why money moved: with the id of the thing that caused it, the key under which it is posted once. */
export type LedgerCause =
  | 'invoice-issued'
  | 'settled-outside'
  | 'payment-captured'
  | 'payment-voided'
  | 'refund-made'
  | 'refund-allowed'
  | 'dispute-opened'
  | 'dispute-fee'
  | 'dispute-won'
  | 'dispute-lost'
  | 'received-outside'
  | 'credit-granted'
  | 'credit-used'
  | 'credit-unused'
  | 'credit-ended'
  | AdjustmentKind;

/** One line of a journal entry. */
export interface Posting {
  account: LedgerAccount;
  /** Positive debits, negative credits, in minor units of the entry's currency. */
  minor: number;
  /** The bill whose receivable moves; only with `receivable`. */
  invoiceId?: string;
}

/** A fact about money with its two sides; `postings` add up to nothing. */
export interface JournalEntry {
  cause: LedgerCause;
  causeId: string;
  currency: string;
  postings: readonly Posting[];
}

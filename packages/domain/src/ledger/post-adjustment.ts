import { ADJUSTMENT_SIGN, type AdjustmentKind } from '../invoice/adjustment.ts';
import type { Currency } from '../money/money.ts';
import type { JournalEntry, LedgerAccount } from './chart.ts';

/** What the biller earns or bears by it: the other side of the bill's receivable. */
const OTHER_SIDE: Record<AdjustmentKind, LedgerAccount> = {
  'late-fee': 'fee',
  interest: 'fee',
  'fee-waived': 'fee',
  'credit-note': 'revenue',
  'write-off': 'loss',
  'write-off-reversed': 'loss',
  'small-difference': 'loss',
  superseded: 'revenue',
  'carried-over': 'revenue',
  'early-discount': 'allowance',
  'early-discount-lapsed': 'allowance',
};

/** A change of what is due on a bill, posted under its own kind and id. Takes an amount above nothing. */
export function postAdjustment(adjustment: {
  id: string;
  kind: AdjustmentKind;
  invoiceId: string;
  amountMinor: number;
  currency: Currency;
}): JournalEntry {
  const { id, kind, invoiceId, currency } = adjustment;
  const minor = ADJUSTMENT_SIGN[kind] * adjustment.amountMinor;
  return {
    cause: kind,
    causeId: id,
    currency,
    postings: [
      { account: 'receivable', minor, invoiceId },
      { account: OTHER_SIDE[kind], minor: -minor },
    ],
  };
}

import type { Currency } from '../money/money.ts';
import type { PaymentPart } from '../payment/payment-part.ts';
import type { JournalEntry } from './chart.ts';

interface Given {
  /** The refund's id. */
  id: string;
  currency: Currency;
  parts: readonly PaymentPart[];
  /** What goes back of the fee for the card, besides the parts. */
  feeMinor?: number;
}

/** Money that went back to the customer after settling: the processor holds less, and the bills are owed again. */
export function postRefund({ id, currency, parts, feeMinor = 0 }: Given): JournalEntry {
  return {
    cause: 'refund-made',
    causeId: id,
    currency,
    postings: [
      { account: 'processor', minor: -sum(parts) - feeMinor },
      ...receivable(parts, 1),
      ...(feeMinor > 0 ? [{ account: 'card-fee' as const, minor: feeMinor }] : []),
    ],
  };
}

/** What was given back is forgiven: nobody owes it any more, and the biller bears it. */
export function postAllowance({ id, currency, parts }: Given): JournalEntry {
  return {
    cause: 'refund-allowed',
    causeId: id,
    currency,
    postings: [{ account: 'allowance', minor: sum(parts) }, ...receivable(parts, -1)],
  };
}

function sum(parts: readonly PaymentPart[]): number {
  return parts.reduce((total, { amountMinor }) => total + amountMinor, 0);
}

function receivable(parts: readonly PaymentPart[], sign: 1 | -1): JournalEntry['postings'] {
  return parts.map(({ invoiceId, amountMinor }) => ({
    account: 'receivable',
    minor: sign * amountMinor,
    invoiceId,
  }));
}

import type { Currency } from '../money/money.ts';
import type { PaymentPart } from '../payment/payment-part.ts';
import type { JournalEntry } from './chart.ts';

/**
 * Money that came in past Kvitt, by bank or cheque, as far as it pays bills; what is beyond them is a credit of its own.
 * Takes at least one part.
 */
export function postReceipt(receipt: {
  id: string;
  currency: Currency;
  parts: readonly PaymentPart[];
}): JournalEntry {
  const { id, currency, parts } = receipt;
  return {
    cause: 'received-outside',
    causeId: id,
    currency,
    postings: [
      { account: 'outside', minor: parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0) },
      ...parts.map(({ invoiceId, amountMinor }) => ({
        account: 'receivable' as const,
        minor: -amountMinor,
        invoiceId,
      })),
    ],
  };
}

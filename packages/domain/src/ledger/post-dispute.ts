import type { Currency } from '../money/money.ts';
import type { PaymentPart } from '../payment/payment-part.ts';
import type { JournalEntry } from './chart.ts';

interface Disputed {
  /** The dispute's id. */
  id: string;
  amountMinor: number;
  currency: Currency;
}

/** A chargeback: the bank takes the money from what the processor holds, and keeps it until it has decided. */
export function postDispute({ id, amountMinor, currency }: Disputed): JournalEntry {
  return {
    cause: 'dispute-opened',
    causeId: id,
    currency,
    postings: [
      { account: 'disputed', minor: amountMinor },
      { account: 'processor', minor: -amountMinor },
    ],
  };
}

/** What the processor charges for a dispute, however it ends. */
export function postDisputeFee({ id, currency }: Disputed, feeMinor: number): JournalEntry {
  return {
    cause: 'dispute-fee',
    causeId: id,
    currency,
    postings: [
      { account: 'cost', minor: feeMinor },
      { account: 'processor', minor: -feeMinor },
    ],
  };
}

/**
 * The bank's decision: what was won is with the processor again, and of what was lost the bills are owed again, as far as
 * they were paid by it; anything beyond, which the customer had got back before, is a loss.
 * @param wonMinor all of it, a part, or nothing
 * @param parts the bills that what was lost comes out of
 * @param feeMinor what of it had been added for paying by card, and is earned no longer
 */
export function postDisputeDecided(
  { id, amountMinor, currency }: Disputed,
  wonMinor: number,
  parts: readonly PaymentPart[],
  feeMinor = 0,
): JournalEntry {
  const owedMinor = parts.reduce((sum, part) => sum + part.amountMinor, 0);
  const lostMinor = amountMinor - wonMinor - owedMinor - feeMinor;
  if (wonMinor < 0 || lostMinor < 0)
    throw new RangeError(`dispute ${id} is decided for more than its amount`);
  return {
    cause: wonMinor === amountMinor ? 'dispute-won' : 'dispute-lost',
    causeId: id,
    currency,
    postings: [
      { account: 'disputed' as const, minor: -amountMinor },
      { account: 'processor' as const, minor: wonMinor },
      { account: 'loss' as const, minor: lostMinor },
      { account: 'card-fee' as const, minor: feeMinor },
      ...parts.map((part) => ({
        account: 'receivable' as const,
        minor: part.amountMinor,
        invoiceId: part.invoiceId,
      })),
    ].filter(({ minor }) => minor !== 0),
  };
}

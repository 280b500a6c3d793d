import type { Payment } from '../payment/payment.ts';
import type { PaymentPart } from '../payment/payment-part.ts';
import type { JournalEntry } from './chart.ts';

type Moved = Pick<Payment, 'id' | 'amountMinor' | 'currency' | 'feeMinor'>;

/**
 * A captured payment: the processor holds the money, the customer owes that much less, bill by bill; a fee for the card is
 * the biller's own.
 * @throws where parts and fee are not what was paid: that is a bug, and must not be posted
 */
export function postPayment(payment: Moved, parts: readonly PaymentPart[]): JournalEntry {
  const total = parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const { feeMinor = 0 } = payment;
  if (total + feeMinor !== payment.amountMinor)
    throw new RangeError(`the parts of ${payment.id} add up to ${total}`);
  return {
    cause: 'payment-captured',
    causeId: payment.id,
    currency: payment.currency,
    postings: [
      { account: 'processor', minor: payment.amountMinor },
      ...parts.map(({ invoiceId, amountMinor }) => ({
        account: 'receivable' as const,
        minor: -amountMinor,
        invoiceId,
      })),
      ...(feeMinor > 0 ? [{ account: 'card-fee' as const, minor: -feeMinor }] : []),
    ],
  };
}

/** A capture that was taken back: the same lines the other way round; the first entry stays as it was. */
export function postVoid(payment: Moved, parts: readonly PaymentPart[]): JournalEntry {
  const captured = postPayment(payment, parts);
  return {
    ...captured,
    cause: 'payment-voided',
    postings: captured.postings.map((posting) => ({ ...posting, minor: -posting.minor })),
  };
}

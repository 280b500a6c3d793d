import type { Payment } from '../payment/payment.ts';
import type { JournalEntry } from './chart.ts';

type Moved = Pick<Payment, 'id' | 'invoiceId' | 'amountMinor' | 'currency'>;

/** A captured payment: the processor holds the money, the customer owes that much less. */
export function postPayment(payment: Moved): JournalEntry {
  return {
    cause: 'payment-captured',
    causeId: payment.id,
    currency: payment.currency,
    postings: [
      { account: 'processor', minor: payment.amountMinor },
      { account: 'receivable', minor: -payment.amountMinor, invoiceId: payment.invoiceId },
    ],
  };
}

/** A capture that was taken back: the same two lines the other way round; the first entry stays as it was. */
export function postVoid(payment: Moved): JournalEntry {
  const captured = postPayment(payment);
  return {
    ...captured,
    cause: 'payment-voided',
    postings: captured.postings.map((posting) => ({ ...posting, minor: -posting.minor })),
  };
}

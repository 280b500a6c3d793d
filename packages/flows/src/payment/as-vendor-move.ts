import type { VendorMove } from '@kvitt/domain/payment/compare-books';
import type { Move } from '@kvitt/payments/payments-port';

const STATES: Readonly<Record<Move['status'], VendorMove['state']>> = {
  captured: 'moved',
  settled: 'moved',
  pending: 'open',
  declined: 'none',
  voided: 'none',
};

/** A record of the processor's, as books are compared. */
export function asVendorMove({ vendorId, orderId, kind, amount, status }: Omit<Move, 'batchId'>): VendorMove {
  return {
    vendorId,
    orderId,
    kind,
    currency: amount.currency,
    minor: amount.minor,
    state: STATES[status],
  };
}

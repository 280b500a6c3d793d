/** A payment with a fee for its card, and how much of both is left of it; minor units. */
export interface FeePayment {
  /** All that was charged, the fee included. */
  amountMinor: number;
  feeMinor: number;
  /** Of its parts, and of the fee, what did not go back yet. */
  partsLeftMinor: number;
  feeLeftMinor: number;
}

/**
 * How much of an amount that goes back is fee: its share of the payment, rounded down, and with the last of the payment
 * all that is left of it. The networks want a surcharge refunded in proportion; it holds for disputes too.
 * @param amountMinor what goes back in all, no more than is left
 */
export function unwindFee(payment: FeePayment, amountMinor: number): number {
  const { feeMinor, partsLeftMinor, feeLeftMinor } = payment;
  if (feeLeftMinor <= 0) return 0;
  const share = Number((BigInt(amountMinor) * BigInt(feeMinor)) / BigInt(payment.amountMinor));
  // What the parts cannot give is fee, however the cents were rounded before.
  return Math.min(feeLeftMinor, amountMinor, Math.max(share, amountMinor - partsLeftMinor));
}

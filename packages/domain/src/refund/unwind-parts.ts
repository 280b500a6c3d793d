import type { PaymentPart } from '../payment/payment-part.ts';

/** A part of a payment with what of it went back already, in minor units. */
export interface UnwoundPart extends PaymentPart {
  unwoundMinor: number;
}

/**
 * Which bills a refund comes out of: the payment's own parts, the last that it paid first, each for no more than is left
 * of it.
 * @param parts in the order in which the payment was split
 * @throws where more is to be unwound than is left: the decision to refund has looked at that
 */
export function unwindParts(parts: readonly UnwoundPart[], amountMinor: number): PaymentPart[] {
  const unwound: PaymentPart[] = [];
  let rest = amountMinor;
  for (const part of [...parts].reverse()) {
    const minor = Math.min(rest, part.amountMinor - part.unwoundMinor);
    if (minor <= 0) continue;
    unwound.push({ invoiceId: part.invoiceId, amountMinor: minor });
    rest -= minor;
  }
  if (rest !== 0) throw new RangeError(`${rest} more is to be given back than was paid`);
  return unwound;
}

import { paymentReference } from '@kvitt/domain/payment/payment-reference';

/** How many references there are: seven signs of thirty. */
export const REFERENCES = 30 ** 7;

/**
 * Reads a receipt's reference back to what it was made from: the last twelve hexadecimal digits of the payment's id,
 * modulo `REFERENCES`. Undefined where it is no reference. Letters may be small, as they are typed.
 */
export function readReference(reference: string): number | undefined {
  const signs = [...reference.toUpperCase()].map((sign) => alphabet().indexOf(sign));
  if (signs.length !== 7 || signs.includes(-1)) return undefined;
  return signs.reduceRight((sum, value) => sum * 30 + value, 0);
}

/** The signs in their order, as the ids with the tails 0 to 29 show them first: so the alphabet is written once. */
function alphabet(): string[] {
  return Array.from({ length: 30 }, (_, value) => {
    const tail = value.toString(16).padStart(12, '0');
    return paymentReference(`00000000-0000-8000-8000-${tail}`).charAt(0);
  });
}

/** Without 0, O, 1, I, L and U: what is read out on the phone is not misheard, and no word appears by chance. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The short reference that receipts carry ("8F3K2TQ"), made from the random tail of the payment's id so that every
 * copy of a receipt carries the same one. Takes a UUID; gives 7 characters, one of 21 thousand million.
 */
export function paymentReference(paymentId: string): string {
  let rest = BigInt(`0x${paymentId.replaceAll('-', '').slice(-12)}`);
  let reference = '';
  for (let i = 0; i < 7; i++) {
    reference += ALPHABET[Number(rest % 30n)];
    rest /= 30n;
  }
  return reference;
}

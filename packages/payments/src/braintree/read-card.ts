import type { CardFace } from '@kvitt/domain/payment/outcome';
import type { Funding } from '@kvitt/domain/payment/payment-method';
import type { VendorCard } from './braintree-vendor.ts';

/** The scheme's own spelling, where Braintree's is another. */
const BRANDS: Readonly<Record<string, string>> = { MasterCard: 'Mastercard' };

/**
 * The face of a card; undefined where there is none. The SDK makes an empty card for every transaction that had no
 * card, with "undefined" in its computed fields, so only a card with four digits and an expiry counts.
 */
export function readCard(card: VendorCard | undefined): CardFace | undefined {
  if (!card?.last4 || !/^\d{4}$/.test(card.last4)) return undefined;
  const expMonth = Number(card.expirationMonth);
  const expYear = Number(card.expirationYear);
  if (!(expMonth >= 1 && expMonth <= 12) || !(expYear >= 2000 && expYear <= 2199)) return undefined;
  const brand = card.cardType || 'Card';
  const funding = readFunding(card);
  return {
    brand: BRANDS[brand] ?? brand,
    last4: card.last4,
    expMonth,
    expYear,
    ...(funding && { funding }),
  };
}

/** Undefined where the bank says nothing of it. */
function readFunding({ debit, prepaid }: VendorCard): Funding | undefined {
  if (prepaid === 'Yes') return 'prepaid';
  if (debit === 'Yes') return 'debit';
  return debit === 'No' ? 'credit' : undefined;
}

import { endsInFigures } from '@kvitt/domain/payment/brand-of';

/** A card, or another way to pay, as texts name it: "Visa ..4242", "PayPal ja***@example.com". */
export function cardWords(card: { brand: string; last4: string }): string {
  return `${card.brand} ${endsInFigures(card.last4) ? '..' : ''}${card.last4}`;
}

/** A card as texts name it: "Visa ..4242". */
export function cardWords(card: { brand: string; last4: string }): string {
  return `${card.brand} ..${card.last4}`;
}

import type { CardFace } from './outcome.ts';
import type { MethodKind } from './payment-method.ts';

/** The wallets that carry a card: their name comes before the card's. */
const WALLETS: Partial<Record<MethodKind, string>> = { 'apple-pay': 'Apple Pay', 'google-pay': 'Google Pay' };

/** What a payment was made with, as receipts and texts begin to name it: "Visa", "Apple Pay Visa", "PayPal". */
export function brandOf({ kind, brand }: Pick<CardFace, 'kind' | 'brand'>): string {
  const wallet = kind && WALLETS[kind];
  return wallet && !brand.startsWith(wallet) ? `${wallet} ${brand}` : brand;
}

/** The same in its parts: the wallet apart from the card in it, where there is one. */
export function splitBrand(brand: string): { wallet?: string; brand: string } {
  const wallet = Object.values(WALLETS).find((name) => brand.startsWith(`${name} `));
  return wallet ? { wallet, brand: brand.slice(wallet.length + 1) } : { brand };
}

/** Whether its second part are figures; of PayPal and Venmo it is their owner's name there, shown in part. */
export function endsInFigures(last4: string): boolean {
  return /^\d+$/.test(last4);
}

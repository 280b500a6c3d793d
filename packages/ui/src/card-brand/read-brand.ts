export const BRAND_MARKS = [
  'visa',
  'mastercard',
  'american-express',
  'discover',
  'diners-club',
  'jcb',
  'unionpay',
  'maestro',
  'other',
] as const;

export type BrandMark = (typeof BRAND_MARKS)[number];

/**
 * Which mark a brand's name means. Two spellings of the same brand are in use: that of receipts ("American Express",
 * "MasterCard") and that of the card fields while typing ("american-express", "master-card").
 */
export function readBrand(name: string): BrandMark {
  const key = name.toLowerCase().replaceAll(/[^a-z]/g, '');
  const marks: Record<string, BrandMark> = {
    visa: 'visa',
    mastercard: 'mastercard',
    americanexpress: 'american-express',
    amex: 'american-express',
    discover: 'discover',
    dinersclub: 'diners-club',
    jcb: 'jcb',
    unionpay: 'unionpay',
    maestro: 'maestro',
  };
  return marks[key] ?? 'other';
}

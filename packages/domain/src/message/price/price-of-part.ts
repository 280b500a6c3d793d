/** What one part costs, in millionths of a US dollar: the carrier's own rate, and what the phone's network adds to it. */
export interface PartPrice {
  rateMicros: number;
  networkFeeMicros: number;
}

export interface PartPrices {
  /** Where the numbers come from, and how far they can be trusted. */
  source: string;
  byCountry: Readonly<Record<string, PartPrice>>;
  /** For every other country. */
  other: PartPrice;
}

/**
 * Prices to compare wordings by, of the right order of magnitude. They are nobody's contract: rates are agreed with the
 * carrier, networks change their fees, so an operator puts their own in their place.
 */
export const ASSUMED_PRICES: PartPrices = {
  source: 'assumed for comparison; not checked against a price list: give your own with --prices',
  byCountry: {
    US: { rateMicros: 5_500, networkFeeMicros: 3_000 },
    GB: { rateMicros: 40_000, networkFeeMicros: 0 },
    ES: { rateMicros: 45_000, networkFeeMicros: 0 },
    DE: { rateMicros: 80_000, networkFeeMicros: 0 },
    SE: { rateMicros: 55_000, networkFeeMicros: 0 },
    NO: { rateMicros: 60_000, networkFeeMicros: 0 },
    DK: { rateMicros: 45_000, networkFeeMicros: 0 },
  },
  other: { rateMicros: 80_000, networkFeeMicros: 0 },
};

/** The country that a number in E.164 is priced in; `other` where none of ours. +1 is the whole North American plan. */
export function countryOf(e164: string): string {
  const digits = e164.replace(/^\+/, '');
  return PREFIXES.find(([prefix]) => digits.startsWith(prefix))?.[1] ?? 'other';
}

const PREFIXES: readonly (readonly [prefix: string, country: string])[] = [
  ['1', 'US'],
  ['34', 'ES'],
  ['44', 'GB'],
  ['45', 'DK'],
  ['46', 'SE'],
  ['47', 'NO'],
  ['49', 'DE'],
];

/** What one part to a country costs in all, in millionths of a US dollar. */
export function priceOfPart(prices: PartPrices, country: string): number {
  const price = Object.hasOwn(prices.byCountry, country) ? prices.byCountry[country] : undefined;
  const { rateMicros, networkFeeMicros } = price ?? prices.other;
  return rateMicros + networkFeeMicros;
}

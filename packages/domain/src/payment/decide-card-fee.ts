import type { Money } from '../money/money.ts';
import { addDays } from '../time/add-days.ts';
import {
  CARD_FEE_CURRENCIES,
  CARD_FEE_LAWS,
  type CardFeeLaw,
  type CardFeeTerms,
  NETWORK_MOST_BP,
  NOTICE_OF_SURCHARGE_DAYS,
  OTHER_NETWORK_MOST_BP,
} from './card-fee.ts';
import type { CardFace } from './outcome.ts';

/** What a fee on a payment by card depends on. */
export interface CardFeeFacts {
  /** What goes to the bills. */
  amount: Money;
  card: Pick<CardFace, 'brand' | 'kind' | 'funding'>;
  /** Everywhere the payer may be, as `placeOf` says it. */
  places: readonly string[];
  /** The payer's own day, `YYYY-MM-DD`. */
  today: string;
  /** Nobody asks for it in that moment: a mandate, or a plan, has it charged. */
  isByItself: boolean;
}

/**
 * `OFF` the biller adds nothing · `BY_ITSELF` never to what is charged by itself · `NOT_CREDIT` a debit or prepaid
 * card, one whose bank does not say, or no card · `PLACE_UNKNOWN`, `FORBIDDEN_HERE` by the law of where the payer is or may
 * be · `OTHER_CURRENCY` · `NOT_ANNOUNCED` the networks' thirty days are not over · `TOO_LITTLE` it rounds down to nothing.
 */
export type NoCardFee =
  | 'OFF'
  | 'BY_ITSELF'
  | 'NOT_CREDIT'
  | 'PLACE_UNKNOWN'
  | 'FORBIDDEN_HERE'
  | 'OTHER_CURRENCY'
  | 'NOT_ANNOUNCED'
  | 'TOO_LITTLE';

/**
 * What is added to a payment for its being made by credit card, or why nothing is. All rules of all places where the payer
 * may be hold at once, and the least of what they, the network and the card's real cost allow is what is added.
 * @returns the fee in minor units of what is paid, with the ids of the rules that allowed it
 */
export function decideCardFee(
  facts: CardFeeFacts,
  terms: CardFeeTerms | null,
): { kind: 'fee'; feeMinor: number; laws: readonly string[] } | { kind: 'none'; reason: NoCardFee } {
  if (!terms) return none('OFF');
  const { amount, card, places, today } = facts;
  if (facts.isByItself) return none('BY_ITSELF');
  if ((card.kind ?? 'card') !== 'card' || card.funding !== 'credit') return none('NOT_CREDIT');
  if (places.length === 0) return none('PLACE_UNKNOWN');
  const laws = lawsOf(places);
  if (!laws?.every(({ allows }) => allows.includes(terms.kind))) return none('FORBIDDEN_HERE');
  if (places.some((place) => CARD_FEE_CURRENCIES[countryOf(place)] !== amount.currency))
    return none('OTHER_CURRENCY');
  if (terms.kind === 'surcharge' && today < addDays(terms.announcedOn, NOTICE_OF_SURCHARGE_DAYS))
    return none('NOT_ANNOUNCED');
  const feeMinor = terms.kind === 'convenience' ? terms.feeMinor : share(facts, terms, laws);
  return feeMinor > 0 ? { kind: 'fee', feeMinor, laws: laws.map(({ id }) => id) } : none('TOO_LITTLE');
}

function none(reason: NoCardFee): { kind: 'none'; reason: NoCardFee } {
  return { kind: 'none', reason };
}

/** Those of each place and of its country; undefined where a country has none. */
function lawsOf(places: readonly string[]): CardFeeLaw[] | undefined {
  const named = new Set(places.flatMap(withItsParts));
  const laws = CARD_FEE_LAWS.filter(({ place }) => named.has(place));
  const isCovered = places.every((one) => laws.some(({ place }) => place === countryOf(one)));
  return isCovered ? laws : undefined;
}

/** A city lies in its state, and a state in its country. */
function withItsParts(place: string): string[] {
  const words = place.split('-');
  return words.map((_, at) => words.slice(0, at + 1).join('-'));
}

function countryOf(place: string): string {
  return place.split('-')[0] ?? place;
}

/** Rounded down, and counted without floating point. */
function share(
  { amount, card }: CardFeeFacts,
  { bp, costBp }: Extract<CardFeeTerms, { kind: 'surcharge' }>,
  laws: readonly CardFeeLaw[],
): number {
  const network = NETWORK_MOST_BP[card.brand] ?? OTHER_NETWORK_MOST_BP;
  const mostBp = Math.min(bp, costBp, network, ...laws.map((one) => one.mostBp));
  return Number((BigInt(amount.minor) * BigInt(mostBp)) / 10_000n);
}

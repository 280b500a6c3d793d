import type { Currency } from '../money/money.ts';

/** `surcharge` a share of what is paid, for the card's own cost · `convenience` one sum for paying by phone. */
export type CardFeeKind = 'surcharge' | 'convenience';

/** What a place allows to be added for paying by credit card; of debit and prepaid cards nothing is, anywhere. */
export interface CardFeeLaw {
  id: string;
  /** A country, or a state of the United States as `US-CO`. All that fit a customer hold at once. */
  place: string;
  allows: readonly CardFeeKind[];
  /** Of what is paid, in hundredths of a percent; only where something is allowed. */
  mostBp: number;
  source: string;
  /** `S` a secondary source was seen · `M` from memory · `POL` our own word, where nothing is known. */
  confidence: 'S' | 'M' | 'POL';
}

const BOTH: readonly CardFeeKind[] = ['surcharge', 'convenience'];

/** One that is not here allows nothing: a rule that is missing is no permission. */
export const CARD_FEE_LAWS: readonly CardFeeLaw[] = [
  law('US', BOTH, 400, 'Visa and Mastercard rules for merchants in the United States', 'S'),
  law('US-CO', BOTH, 200, 'Colo. Rev. Stat. § 5-2-212', 'S'),
  law('US-CT', [], 0, 'Conn. Gen. Stat. § 42-133ff', 'S'),
  law('US-MA', [], 0, 'Mass. Gen. Laws ch. 140D § 28A', 'S'),
  law('US-ME', [], 0, 'Me. Rev. Stat. tit. 9-A § 8-509', 'S'),
  law('US-PR', [], 0, 'Puerto Rico, law on credit card surcharges', 'S'),
  law('US-CA', [], 0, 'Cal. Civ. Code § 1770(a)(29): a price names all that is added to it', 'S'),
  // They have rules of their own, which nobody has read for this table yet.
  law('US-NJ', [], 0, 'New Jersey, law on credit card surcharges', 'M'),
  law('US-NY', [], 0, 'N.Y. Gen. Bus. Law § 518', 'M'),
  law('US-OK', [], 0, 'Oklahoma, law on credit card surcharges', 'M'),
  law('US-DEF', [], 0, 'a state that is not known may be one that forbids it', 'POL'),
  law('DE', [], 0, 'BGB § 270a (PSD2 art. 62(4))', 'M'),
  law('ES', [], 0, 'PSD2 art. 62(4)', 'M'),
  law('GB', [], 0, 'Consumer Rights (Payment Surcharges) Regulations 2012, as amended 2018', 'M'),
  law('NO', [], 0, 'PSD2 art. 62(4)', 'M'),
  law('SE', [], 0, 'PSD2 art. 62(4)', 'M'),
];

/** The currency in which a country's rule is meant. */
export const CARD_FEE_CURRENCIES: Readonly<Record<string, Currency>> = { US: 'USD' };

/** What a network lets merchants add at the most, in hundredths of a percent; of the others, the least of them. */
export const NETWORK_MOST_BP: Readonly<Record<string, number>> = { Visa: 300, Mastercard: 400 };
export const OTHER_NETWORK_MOST_BP = 300;

/** Networks and acquirer are told this long before the first surcharge. */
export const NOTICE_OF_SURCHARGE_DAYS = 30;

/** What a biller adds for paying by credit card; a biller without terms adds nothing. */
export type CardFeeTerms =
  | {
      kind: 'surcharge';
      bp: number;
      /** What taking the card costs the biller: no surcharge is more than that. */
      costBp: number;
      /** When the networks and the acquirer were told, `YYYY-MM-DD`. */
      announcedOn: string;
    }
  | { kind: 'convenience'; feeMinor: number };

function law(
  place: string,
  allows: readonly CardFeeKind[],
  mostBp: number,
  source: string,
  confidence: CardFeeLaw['confidence'],
): CardFeeLaw {
  return { id: `FEE-${place}`, place, allows, mostBp, source, confidence };
}

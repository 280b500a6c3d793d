import type { Money } from '../money/money.ts';
import { CARD_FEE_LAWS, type CardFeeLaw, type CardFeeTerms } from './card-fee.ts';
import { decideCardFee, type NoCardFee } from './decide-card-fee.ts';

/** What becomes of a fee in one place, with the rule that says so. */
export interface ForeseenFee extends Pick<CardFeeLaw, 'place' | 'source' | 'mostBp'> {
  /** Minor units; absent where nothing is added. */
  feeMinor?: number;
  /** Why nothing is; absent where something is added. */
  reason?: NoCardFee;
}

/**
 * What a biller's terms would add to an amount for a credit card, place by place, before they are put in force. A state
 * without a rule of its own is in the line of its country.
 */
export function foreseeCardFee(
  of: { amount: Money; brand: string; today: string },
  terms: CardFeeTerms | null,
): ForeseenFee[] {
  const card = { brand: of.brand, kind: 'card' as const, funding: 'credit' as const };
  return CARD_FEE_LAWS.map(({ place, source, mostBp }) => {
    const facts = { amount: of.amount, card, places: [place], today: of.today, isByItself: false };
    const answer = decideCardFee(facts, terms);
    const outcome = answer.kind === 'fee' ? { feeMinor: answer.feeMinor } : { reason: answer.reason };
    return { place, source, mostBp, ...outcome };
  });
}

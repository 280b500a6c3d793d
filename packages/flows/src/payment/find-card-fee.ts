import { findPayerPlaces } from '@kvitt/db/payment/find-payer-places';
import { loadMoneyRules } from '@kvitt/db/payment/load-money-rules';
import type { Money } from '@kvitt/domain/money/money';
import { type CardFeeFacts, decideCardFee } from '@kvitt/domain/payment/decide-card-fee';
import { localDate } from '@kvitt/domain/time/local-date';
import type { TxCtx } from '../kit/context.ts';

export interface CardFeeQuestion {
  billerId: string;
  /** Whose payment it is: where they may be decides. */
  accountId: string;
  /** What goes to the bills. */
  amount: Money;
  card: CardFeeFacts['card'];
}

/**
 * What is added to a payment that its payer asks for, for its being made with this card; 0 for most, in minor units of the
 * payment. Asked with whatever transaction the caller has.
 */
export async function findCardFee(
  { em, clock }: Pick<TxCtx, 'em' | 'clock'>,
  { billerId, accountId, amount, card }: CardFeeQuestion,
): Promise<number> {
  // Nearly all that is ever charged: no question is asked for it.
  if (card.funding !== 'credit') return 0;
  const { cardFee } = await loadMoneyRules(em, billerId);
  if (!cardFee) return 0;
  const payer = (await findPayerPlaces(em, billerId, [accountId])).get(accountId);
  if (!payer) return 0;
  const today = localDate(clock.now(), payer.timeZone);
  const answer = decideCardFee({ amount, card, places: payer.places, today, isByItself: false }, cardFee);
  return answer.kind === 'fee' ? answer.feeMinor : 0;
}

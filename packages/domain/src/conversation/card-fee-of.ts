import type { Money } from '../money/money.ts';
import { decideCardFee } from '../payment/decide-card-fee.ts';
import type { DialogBill, DialogFacts } from './dialog.ts';

/** What is added to a payment that is asked for by text, with the card of the first of its bills; minor units, 0 for most. */
export function cardFeeOf(
  amount: Money,
  { accountId, method }: Pick<DialogBill, 'accountId' | 'method'>,
  { rules, payerPlaces, today }: DialogFacts,
): number {
  const places = payerPlaces?.get(accountId);
  if (!method || !places) return 0;
  const answer = decideCardFee(
    { amount, card: method.card, places, today, isByItself: false },
    rules.cardFee,
  );
  return answer.kind === 'fee' ? answer.feeMinor : 0;
}

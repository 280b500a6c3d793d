import type { PayStep } from '@kvitt/api/portal/bill-views';
import type { PageKit } from '../../kit/use-page.ts';

export interface PayProblem {
  tone: 'caution' | 'critical';
  title: string;
  sentences: string[];
}

/** Why the customer is back on the pay step, in words: what happened to the money first, then the reason and the way on. */
export function readPayProblem(
  problem: NonNullable<PayStep['problem']>,
  amount: string,
  { t, phone, cardName }: PageKit,
): PayProblem {
  if (problem.kind === 'amount-changed') {
    return { tone: 'caution', title: t('changed.title'), sentences: [t('changed.what', { amount })] };
  }
  if (problem.kind === 'not-ready') {
    return { tone: 'caution', title: t('not-ready.title'), sentences: [t('not-ready.what')] };
  }
  const { decline, card } = problem;
  const money = card ? t('declined.card', { card: cardName(card) }) : t('declined.none');
  const reason =
    decline === 'fraud' || decline === 'configuration'
      ? t(`declined.${decline}`, { phone })
      : t(`declined.${decline}`);
  return {
    tone: 'critical',
    title: t('declined.title'),
    // A duplicate is refused because its twin may have gone through: then "not charged" would be a guess.
    sentences: decline === 'duplicate' ? [reason] : [money, reason],
  };
}

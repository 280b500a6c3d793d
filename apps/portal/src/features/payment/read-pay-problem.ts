import type { PayStep } from '@kvitt/api/portal/page';
import type { PageKit } from '../../kit/use-page.ts';

/** Why the customer is back on the pay step, in words: what happened to the money first, then the reason and the way on. */
export function readPayProblem(
  problem: NonNullable<PayStep['problem']>,
  amount: string,
  { t, phone, cardName }: PageKit,
): { title: string; sentences: string[] } {
  if (problem.kind === 'amount-changed')
    return { title: t('changed.title'), sentences: [t('changed.what', { amount })] };
  if (problem.kind === 'not-ready') return { title: t('not-ready.title'), sentences: [t('not-ready.what')] };
  const { decline, card } = problem;
  const money = card ? t('declined.card', { card: cardName(card) }) : t('declined.none');
  const reason =
    decline === 'fraud' || decline === 'configuration'
      ? t(`declined.${decline}`, { phone })
      : t(`declined.${decline}`);
  // A duplicate is refused because its twin may have gone through: then "not charged" would be a guess.
  return { title: t('declined.title'), sentences: decline === 'duplicate' ? [reason] : [money, reason] };
}

import type { ChoosePlan } from '@kvitt/api/portal/plan-view';
import type { PageKit } from '../../kit/use-page.ts';

/** What is wrong with what was chosen, and what would do. */
export function sayPlanProblem(
  problem: NonNullable<ChoosePlan['problem']>,
  { latest, offers }: Pick<ChoosePlan, 'latest' | 'offers'>,
  { t, format }: PageKit,
): { title: string; what: string } {
  switch (problem) {
    case 'bad-first-day':
      return { title: t('plan.bad-day'), what: t('plan.bad-day-what', { latest: format.day(latest) }) };
    case 'too-long':
      return { title: t('plan.too-long'), what: t('plan.too-long-what') };
    case 'too-many-parts':
    case 'too-few-parts': {
      const most = String(offers.at(-1)?.parts ?? 2);
      return { title: t('plan.bad-parts'), what: t('plan.bad-parts-what', { most }) };
    }
    case 'amount-changed':
      return { title: t('plan.changed'), what: t('plan.changed-what') };
    default:
      return { title: t('plan.not-now'), what: t('plan.not-now-what') };
  }
}

import type { PlanGlance } from '@kvitt/api/portal/plan-view';
import type { PageKit } from './use-page.ts';

/** The plan in one line. */
export function sayPlan(plan: PlanGlance, { t, format }: PageKit): string {
  if (plan.kind === 'offered') return t('way.plan-offered', { count: plan.mostParts });
  if (!plan.next) return '';
  const { amount, dueOn } = plan.next;
  return t('way.plan-running', {
    amount: format.money(amount),
    date: format.day(dueOn),
    left: format.money(plan.left),
  });
}

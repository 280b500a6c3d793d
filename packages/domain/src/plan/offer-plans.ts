import type { Money } from '../money/money.ts';
import type { PlanProposal, PlanRules } from './plan.ts';
import { proposePlan } from './propose-plan.ts';

/** Every plan that a customer can choose from: by the month, with two parts, three, and so on as far as the rules go. */
export function offerPlans(
  due: Money | undefined,
  rules: PlanRules,
  today: string,
  by: 'customer' | 'agent',
): PlanProposal[] {
  return Array.from({ length: Math.max(0, rules.mostParts - 1) }, (_, place) => place + 2).flatMap(
    (parts) => {
      const answer = proposePlan({ parts }, due, rules, today, by);
      return answer.kind === 'plan' ? [answer.plan] : [];
    },
  );
}

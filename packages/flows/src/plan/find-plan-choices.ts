import { loadMoneyRules } from '@kvitt/db/payment/load-money-rules';
import { findPlannableBills } from '@kvitt/db/plan/find-plannable-bills';
import { findRunningPlans } from '@kvitt/db/plan/find-running-plans';
import { type Money, money } from '@kvitt/domain/money/money';
import { offerPlans } from '@kvitt/domain/plan/offer-plans';
import type { PlanProposal, PlanRules } from '@kvitt/domain/plan/plan';
import { proposePlan } from '@kvitt/domain/plan/propose-plan';
import { type PlanStanding, standPlan } from '@kvitt/domain/plan/stand-plan';
import { localDate } from '@kvitt/domain/time/local-date';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { StartPlanRefusal } from './start-plan.ts';

export interface PlanChoices {
  /** The plan that the account pays by; undefined where it has none. */
  running: (PlanStanding & { planId: string; currency: Money['currency']; graceDays: number }) | undefined;
  /** What a plan would be about; undefined where nothing is due, or in several currencies. */
  due: Money | undefined;
  /** What can be chosen from; none where `refusal` says why. */
  offers: readonly PlanProposal[];
  refusal: StartPlanRefusal | undefined;
  rules: PlanRules;
}

/** What an account pays by, or can choose from: for the page, the console and the command line. Reads only. */
export async function findPlanChoices(
  em: EntityManager,
  of: { billerId: string; accountId: string; timeZone: string; now: Date; by: 'customer' | 'agent' },
): Promise<PlanChoices> {
  const { billerId, accountId, by } = of;
  const today = localDate(of.now, of.timeZone);
  const { plan: rules } = await loadMoneyRules(em, billerId);
  const [plan] = await findRunningPlans(em, billerId, [accountId]);
  if (plan) {
    const { planId, currency, graceDays } = plan;
    const standing = standPlan(plan.instalments, plan.balanceMinor, today);
    const running = { ...standing, planId, currency, graceDays };
    return { running, due: money(plan.balanceMinor, currency), offers: [], refusal: 'running', rules };
  }
  const bills = await findPlannableBills(em, { billerId, accountId });
  const [first] = bills;
  const isMixed = bills.some(({ currency }) => currency !== first?.currency);
  const total = bills.reduce((sum, { dueMinor }) => sum + dueMinor, 0);
  const due = first && !isMixed ? money(total, first.currency) : undefined;
  const answer = proposePlan({}, due, rules, today, by);
  const refusal = refusalOf({ isMixed, isInFlight: bills.some(({ isInFlight }) => isInFlight) }, answer);
  return {
    running: undefined,
    due,
    offers: refusal ? [] : offerPlans(due, rules, today, by),
    refusal,
    rules,
  };
}

function refusalOf(
  { isMixed, isInFlight }: { isMixed: boolean; isInFlight: boolean },
  answer: ReturnType<typeof proposePlan>,
): StartPlanRefusal | undefined {
  if (isMixed) return 'several-currencies';
  if (isInFlight) return 'in-flight';
  return answer.kind === 'refused' ? answer.refusal : undefined;
}

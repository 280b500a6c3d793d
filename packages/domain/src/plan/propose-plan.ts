import type { Money } from '../money/money.ts';
import { addDays } from '../time/add-days.ts';
import { addMonths } from '../time/add-months.ts';
import type { Instalment, PlanPace, PlanProposal, PlanRules } from './plan.ts';

/** How a plan is wanted; what is left open is chosen: three parts a month, from the first day of next month. */
export interface PlanWish {
  parts?: number;
  pace?: PlanPace;
  /** `YYYY-MM-DD`. */
  firstOn?: string;
}

/**
 * `nothing-due` · `too-little` less is due than a plan is made for, or too little for two instalments · `too-many-parts`
 * more than the biller allows, or each would be too small · `too-few-parts` fewer than two · `too-long` the last one is
 * later than the biller waits · `bad-first-day` over, or later than the biller allows · `agent-only` customers do not set
 * plans by themselves.
 */
export type PlanRefusal =
  | 'nothing-due'
  | 'too-little'
  | 'too-many-parts'
  | 'too-few-parts'
  | 'too-long'
  | 'bad-first-day'
  | 'agent-only';

export type PlanAnswer =
  | { kind: 'plan'; plan: PlanProposal }
  | { kind: 'refused'; refusal: PlanRefusal; mostParts: number };

/** What is proposed to who names no number. */
const USUAL_PARTS = 3;

/**
 * The plan that a wish comes to within the biller's rules, or why there is none.
 * @param due what is due on the bills that it would be about; undefined where nothing is
 * @param today the customer's own day, `YYYY-MM-DD`
 * @param by who sets it: a customer may be less than an agent
 */
export function proposePlan(
  wish: PlanWish,
  due: Money | undefined,
  rules: PlanRules,
  today: string,
  by: 'customer' | 'agent',
): PlanAnswer {
  const mostParts = due ? partsAllowed(due.minor, rules) : 0;
  const refused = (refusal: PlanRefusal): PlanAnswer => ({ kind: 'refused', refusal, mostParts });
  if (by === 'customer' && !rules.isSelfSet) return refused('agent-only');
  if (!due || due.minor <= 0) return refused('nothing-due');
  if (due.minor < rules.leastMinor || mostParts < 2) return refused('too-little');
  const pace = wish.pace ?? 'month';
  const parts = wish.parts ?? Math.min(USUAL_PARTS, mostParts);
  if (!Number.isSafeInteger(parts) || parts < 2) return refused('too-few-parts');
  if (parts > mostParts) return refused('too-many-parts');
  const firstOn = wish.firstOn ?? usualFirst(today, rules);
  if (firstOn < today || firstOn > addDays(today, rules.firstWithinDays)) return refused('bad-first-day');
  const instalments = split(due.minor, parts, (place) => dayOf(firstOn, pace, place));
  const last = instalments.at(-1)?.dueOn ?? firstOn;
  if (last > addMonths(today, rules.mostMonths)) return refused('too-long');
  return {
    kind: 'plan',
    plan: { totalMinor: due.minor, currency: due.currency, pace, instalments },
  };
}

/** So many instalments at the most that none, not even the last, is smaller than the biller takes. */
function partsAllowed(dueMinor: number, { leastPartMinor, mostParts }: PlanRules): number {
  for (let parts = mostParts; parts >= 2; parts -= 1) {
    const whole = Math.ceil(dueMinor / parts);
    if (dueMinor - whole * (parts - 1) >= Math.max(1, leastPartMinor)) return parts;
  }
  return 0;
}

/** The first of next month, when most people have been paid; sooner where the biller does not wait that long. */
function usualFirst(today: string, { firstWithinDays }: PlanRules): string {
  const next = addMonths(`${today.slice(0, 7)}-01`, 1);
  const latest = addDays(today, firstWithinDays);
  return next < latest ? next : latest;
}

/** All parts but the last are the same: what is said of the plan is one amount. */
function split(totalMinor: number, parts: number, day: (place: number) => string): Instalment[] {
  const whole = Math.ceil(totalMinor / parts);
  return Array.from({ length: parts }, (_, place) => ({
    number: place + 1,
    dueOn: day(place),
    amountMinor: place === parts - 1 ? totalMinor - whole * (parts - 1) : whole,
  }));
}

/** Counted from the first one, so that a plan from the 31st does not stay on the 28th after February. */
function dayOf(firstOn: string, pace: PlanPace, place: number): string {
  if (pace === 'month') return addMonths(firstOn, place);
  return addDays(firstOn, place * (pace === 'week' ? 7 : 14));
}

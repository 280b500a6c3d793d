import type { Money } from '@kvitt/domain/money/money';
import type { PlanPace } from '@kvitt/domain/plan/plan';
import type { StartPlanRefusal } from '@kvitt/flows/plan/start-plan';
import type { SavedCard } from './account-parts.ts';

/** The payment plan's page, in each of its steps. */
export type PlanStep = ChoosePlan | AgreePlan | RunningPlan | NoPlan;

/** How many parts, how far apart, from when: nothing is agreed on by choosing. */
export interface ChoosePlan {
  step: 'choose';
  due: Money;
  offers: readonly { parts: number; amount: Money }[];
  chosen: { parts: number; pace: PlanPace; firstOn: string };
  /** The first and the last day on which it may begin, `YYYY-MM-DD`. */
  earliest: string;
  latest: string;
  problem?: StartPlanRefusal | 'not-agreed';
  /** The plan before has just been ended. */
  isEnded: boolean;
}

/** Every part of what was chosen, and the words that are agreed to. */
export interface AgreePlan {
  step: 'agree';
  /** Names this plan. */
  planId: string;
  due: Money;
  pace: PlanPace;
  parts: readonly PlanPart[];
  /** How many days after its day a part may still be paid. */
  graceDays: number;
  wordingKey: string;
  words: string;
  /** Autopay is on, and charges each part to it. */
  autopay?: SavedCard;
  problem?: 'amount-changed' | 'not-agreed';
}

export interface PlanPart {
  number: number;
  /** `YYYY-MM-DD`. */
  dueOn: string;
  amount: Money;
  /** What of it is still to be paid. */
  open: Money;
}

export interface RunningPlan {
  step: 'running';
  left: Money;
  paidParts: number;
  parts: readonly PlanPart[];
  next?: { amount: Money; dueOn: string };
  /** One whose day is over, and the last day on which it can be paid before the plan ends. */
  missed?: { amount: Money; dueOn: string; endsOn: string };
  graceDays: number;
  words?: string;
  autopay?: SavedCard;
  /** It has just been made. */
  isNew: boolean;
}

/** Why there is no plan to choose. */
export interface NoPlan {
  step: 'none';
  why: StartPlanRefusal;
  /** The least that has to be due. */
  least: Money;
  /** One has just been ended. */
  isEnded: boolean;
}

/** The plan in one line, for pages that lead to it: how the running one stands, or how many parts can be chosen. */
export type PlanGlance =
  | { kind: 'running'; left: Money; next?: { amount: Money; dueOn: string } }
  | { kind: 'offered'; mostParts: number };

import type { Currency } from '../money/money.ts';

/**
 * Where a payment plan stands. `running` its instalments are what is due · `paid` nothing is left · `broken` an instalment
 * was missed and its grace is over: the whole is due again · `ended` by the customer or an agent, with the same effect.
 */
export type PlanState = 'running' | 'paid' | 'broken' | 'ended';

/** How far the instalments of a plan are apart. */
export type PlanPace = 'week' | 'two-weeks' | 'month';

export const PLAN_PACES: readonly PlanPace[] = ['week', 'two-weeks', 'month'];

/** Who agreed on it, and where. */
export type PlanChannel = 'text' | 'portal' | 'agent';

/** One part of a plan. */
export interface Instalment {
  /** From 1. */
  number: number;
  /** `YYYY-MM-DD`, a day of the customer's own calendar. */
  dueOn: string;
  amountMinor: number;
}

/** What is agreed on: so much, in so many parts, all but the last of which are the same. */
export interface PlanProposal {
  totalMinor: number;
  currency: Currency;
  pace: PlanPace;
  instalments: readonly Instalment[];
}

/** What a biller decides about plans. Amounts are minor units of the biller's currency. */
export interface PlanRules {
  /** Whether customers set one by themselves; else only an agent does. */
  isSelfSet: boolean;
  /** The least that has to be due for a plan. */
  leastMinor: number;
  /** The least that an instalment is. */
  leastPartMinor: number;
  /** The most instalments. */
  mostParts: number;
  /** The last instalment is due at most this many months from today. */
  mostMonths: number;
  /** The first instalment is due at most this many days from today. */
  firstWithinDays: number;
  /** How many days after its due date an instalment may still be paid before the plan breaks. */
  graceDays: number;
}

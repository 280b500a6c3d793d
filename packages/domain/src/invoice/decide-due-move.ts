import { daysUntil } from '../locale/calendar-day.ts';
import { addDays } from '../time/add-days.ts';

/** How far and how often a biller lets its customers choose the day on which a bill is due. */
export interface DueMoveRules {
  /** At most so many days after the day on which the bill was due as it was issued. */
  withinDays: number;
  /** How many moves of an account's bills within 365 days. */
  timesPerYear: number;
  /** A bill that is late by more days than this is not moved any more; 0 for not one day. */
  notWhenLateByMoreThan: number;
}

/** What is known of the bill, read under its lock. */
export interface DueMoveFacts {
  dueOn: string;
  /** When it was due as it was issued: its own day, or where its first move came from. */
  firstDueOn: string;
  dueMinor: number;
  /** Moves of the account's bills in the last 365 days. */
  movesThisYear: number;
  isHeld: boolean;
  isInFlight: boolean;
  hasPlan: boolean;
}

/**
 * `not-offered` the biller lets nobody · `nothing-due` · `held` the bill rests · `in-flight` a payment is under way ·
 * `in-plan` it is paid by instalments · `too-late` it has been due for too long · `too-often` · `not-later` not after the
 * day that it has · `too-far`, with the last day that would do.
 */
export type DueMoveRefusal =
  | 'not-offered'
  | 'nothing-due'
  | 'held'
  | 'in-flight'
  | 'in-plan'
  | 'too-late'
  | 'too-often'
  | 'not-later'
  | 'too-far';

export type DueMoveChoice =
  | { kind: 'open'; earliest: string; latest: string; left: number }
  | { kind: 'refused'; refusal: DueMoveRefusal };

/** Between which days a customer may choose, today; both included, `YYYY-MM-DD`. */
export function listDueDays(facts: DueMoveFacts, rules: DueMoveRules | null, today: string): DueMoveChoice {
  if (!rules) return refused('not-offered');
  if (facts.dueMinor <= 0) return refused('nothing-due');
  if (facts.isHeld) return refused('held');
  if (facts.isInFlight) return refused('in-flight');
  if (facts.hasPlan) return refused('in-plan');
  if (-daysUntil(facts.dueOn, today) > rules.notWhenLateByMoreThan) return refused('too-late');
  const left = rules.timesPerYear - facts.movesThisYear;
  if (left <= 0) return refused('too-often');
  const later = addDays(facts.dueOn, 1);
  // Not for today: who wants that pays, and a bill that is due at once would be late by the time it is read.
  const earliest = later > addDays(today, 1) ? later : addDays(today, 1);
  const latest = addDays(facts.firstDueOn, rules.withinDays);
  return earliest > latest ? refused('too-far') : { kind: 'open', earliest, latest, left };
}

/** How much later LATER is, where nobody says a day. */
const LATER_DAYS = 7;

/**
 * The day that LATER means: a week after the day that the bill has, or after today where that is past, and no later than the
 * biller lets it be; undefined where the day cannot be moved.
 */
export function chooseLaterDay(
  facts: DueMoveFacts,
  rules: DueMoveRules | null,
  today: string,
): string | undefined {
  const choice = listDueDays(facts, rules, today);
  if (choice.kind === 'refused') return undefined;
  const from = facts.dueOn > today ? facts.dueOn : today;
  const day = addDays(from, LATER_DAYS);
  return day < choice.latest ? day : choice.latest;
}

/** Whether the bill may be due on this day instead. */
export function decideDueMove(
  facts: DueMoveFacts,
  rules: DueMoveRules | null,
  toOn: string,
  today: string,
): { kind: 'move' } | { kind: 'refused'; refusal: DueMoveRefusal; latest?: string } {
  const choice = listDueDays(facts, rules, today);
  if (choice.kind === 'refused') return choice;
  if (toOn < choice.earliest) return refused('not-later');
  return toOn > choice.latest ? { ...refused('too-far'), latest: choice.latest } : { kind: 'move' };
}

function refused(refusal: DueMoveRefusal): { kind: 'refused'; refusal: DueMoveRefusal } {
  return { kind: 'refused', refusal };
}

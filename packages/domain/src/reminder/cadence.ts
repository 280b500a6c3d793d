/**
 * What a step's text says. `due-in-days` names the days · `due-tomorrow`, `due-today` say so and are true on that day only ·
 * `overdue-soft` is for a first miss, and names no fee · `overdue`, `overdue-again`, `overdue-last` say what follows.
 */
export type ReminderTemplate =
  | 'due-in-days'
  | 'due-tomorrow'
  | 'due-today'
  | 'overdue-soft'
  | 'overdue'
  | 'overdue-again'
  | 'overdue-last';

export const REMINDER_TEMPLATES: readonly ReminderTemplate[] = [
  'due-in-days',
  'due-tomorrow',
  'due-today',
  'overdue-soft',
  'overdue',
  'overdue-again',
  'overdue-last',
];

/** The category of contact, which decides on windows and caps: before the due date one informs, after it one collects. */
export type ReminderCategory = 'info' | 'past_due';

/** Whether a step is for all, for these only, or for all but these. */
export type Scope = 'any' | 'only' | 'never';

export const SCOPES: readonly Scope[] = ['any', 'only', 'never'];

/** When a step applies; a bill that is paid, promised, disputed or on hold gets none of any step. */
export interface StepCondition {
  /** Less than this is not worth a text; minor units. */
  minOpenMinor: number;
  /** Accounts that have never been late before. */
  firstMiss: Scope;
  /** Accounts that are charged by themselves on the due date. */
  autopay: Scope;
}

/** One step of a cadence: on which day, under which condition, in which words. */
export interface CadenceStep {
  /** Unique in its cadence, and the step's name for good: a bill gets each step once. */
  key: string;
  /** From which of the bill's dates it counts. */
  anchor: 'issued' | 'due';
  /** Negative before it, positive after it. */
  offset: number;
  countedIn: 'days' | 'business-days';
  /** For how many days after its own it is still of use, where it could not go out before. */
  usefulDays: number;
  template: ReminderTemplate;
  category: ReminderCategory;
  channel: 'sms';
  when: StepCondition;
}

/** When and how an open bill is remembered: data of the biller's, kept in versions. */
export interface Cadence {
  /** Minutes past midnight of the customer's day at which texts go out, where the contact policy has no other hour. */
  sendMinute: number;
  /** Days on which the biller itself is closed, `YYYY-MM-DD`: no business days, beside those of the customer's country. */
  closedOn?: readonly string[] | undefined;
  steps: readonly CadenceStep[];
}

/** The texts about a bill that is not due yet, or due today. */
export function isBeforeDue(template: ReminderTemplate): boolean {
  return template.startsWith('due-');
}

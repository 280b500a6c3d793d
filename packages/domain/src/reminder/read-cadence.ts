import { utcMidnight } from '../locale/calendar-day.ts';
import { type Cadence, type CadenceStep, isBeforeDue, REMINDER_TEMPLATES, SCOPES } from './cadence.ts';

/** What is wrong with a cadence, and where: `steps[2].offset`. */
export interface CadenceProblem {
  path: string;
  says: string;
}

export type CadenceReading =
  | { kind: 'read'; cadence: Cadence }
  | { kind: 'refused'; problems: CadenceProblem[] };

/** More steps than this remember nobody: they wear people out. */
const MOST_STEPS = 30;
/** A year either way. */
const FARTHEST_DAYS = 366;
/** Two years of a month's holiday and some. */
const MOST_CLOSED_DAYS = 100;
/** A text that is late by more than this speaks of another week. */
const MOST_USEFUL_DAYS = 30;

/** Reads a biller's own cadence from JSON that was parsed; says all that is wrong with it. */
export function readCadence(value: unknown): CadenceReading {
  const problems: CadenceProblem[] = [];
  const root = asRecord(value);
  const sendMinute = root.sendMinute;
  if (!isWithin(sendMinute, 0, 1439)) {
    problems.push({ path: 'sendMinute', says: 'is a whole number of minutes past midnight, 0 to 1439' });
  }
  const closedOn = readClosedDays(root.closedOn, problems);
  const given = Array.isArray(root.steps) ? root.steps : [];
  if (given.length === 0 || given.length > MOST_STEPS) {
    problems.push({ path: 'steps', says: `is a list of 1 to ${MOST_STEPS} steps` });
  }
  const steps = given.map((step, at) => readStep(asRecord(step), `steps[${at}]`, problems));
  for (const [at, step] of steps.entries()) {
    if (steps.findIndex((other) => other.key === step.key) < at) {
      problems.push({ path: `steps[${at}].key`, says: 'is taken by an earlier step' });
    }
  }
  if (problems.length > 0) return { kind: 'refused', problems };
  const cadence = { sendMinute: Number(sendMinute), ...(closedOn.length > 0 && { closedOn }), steps };
  return { kind: 'read', cadence };
}

/** The biller's own closed days; none where it names none. */
function readClosedDays(given: unknown, problems: CadenceProblem[]): string[] {
  const days: unknown[] = Array.isArray(given) ? given : [];
  const isList = given === undefined || Array.isArray(given);
  if (!isList || days.length > MOST_CLOSED_DAYS || !days.every(isDay)) {
    const says = `is a list of days as YYYY-MM-DD, ${MOST_CLOSED_DAYS} at the most`;
    problems.push({ path: 'closedOn', says });
    return [];
  }
  return [...new Set(days as string[])].sort();
}

function isDay(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  try {
    return utcMidnight(value) > 0;
  } catch {
    return false;
  }
}

function readStep(given: Record<string, unknown>, path: string, problems: CadenceProblem[]): CadenceStep {
  const wrong = (field: string, says: string) => problems.push({ path: `${path}.${field}`, says });
  const when = asRecord(given.when);
  const step: CadenceStep = {
    key: typeof given.key === 'string' ? given.key : '',
    anchor: oneOf(['issued', 'due'] as const, given.anchor ?? 'due', 'anchor', wrong),
    offset: Number(given.offset),
    countedIn: oneOf(['days', 'business-days'] as const, given.countedIn ?? 'days', 'countedIn', wrong),
    usefulDays: Number(given.usefulDays ?? 0),
    template: oneOf(REMINDER_TEMPLATES, given.template, 'template', wrong),
    category: oneOf(['info', 'past_due'] as const, given.category, 'category', wrong),
    channel: oneOf(['sms'] as const, given.channel ?? 'sms', 'channel', wrong),
    when: {
      minOpenMinor: Number(when.minOpenMinor ?? 1),
      firstMiss: oneOf(SCOPES, when.firstMiss ?? 'any', 'when.firstMiss', wrong),
      autopay: oneOf(SCOPES, when.autopay ?? 'any', 'when.autopay', wrong),
    },
  };
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(step.key) || step.key.length > 40) {
    wrong('key', 'is small letters, digits and dashes, 40 at the most');
  }
  if (!isWithin(given.offset, -FARTHEST_DAYS, FARTHEST_DAYS)) wrong('offset', 'is a whole number of days');
  if (!isWithin(step.usefulDays, 0, MOST_USEFUL_DAYS)) wrong('usefulDays', `is 0 to ${MOST_USEFUL_DAYS}`);
  if (!isWithin(step.when.minOpenMinor, 1, Number.MAX_SAFE_INTEGER)) {
    wrong('when.minOpenMinor', 'is a whole number of minor units, 1 or more');
  }
  checkSense(step, wrong);
  return step;
}

/** The words, the day and the category must agree, or a text says what is not so. */
function checkSense(step: CadenceStep, wrong: (field: string, says: string) => void): void {
  const { template, anchor, offset, category, when } = step;
  const isBefore = isBeforeDue(template);
  if (category !== (isBefore ? 'info' : 'past_due')) {
    wrong('category', `is ${isBefore ? 'info' : 'past_due'} for the template ${template}`);
  }
  if (anchor === 'issued' && (offset < 0 || template !== 'due-in-days')) {
    wrong('anchor', 'counts forward from the day of issue, in the words of due-in-days');
  }
  if (anchor === 'issued') return;
  if (template === 'due-in-days' && offset >= 0) wrong('offset', 'is negative before the due date');
  if (template === 'due-tomorrow' && offset !== -1) wrong('offset', 'is -1 for due-tomorrow');
  if (template === 'due-today' && offset !== 0) wrong('offset', 'is 0 for due-today');
  if (!isBefore && offset <= 0) wrong('offset', 'is positive after the due date');
  if (template === 'overdue-soft' && when.firstMiss !== 'only') {
    wrong('when.firstMiss', 'is "only" for the template overdue-soft');
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

function isWithin(value: unknown, least: number, most: number): boolean {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

function oneOf<T extends string>(
  allowed: readonly T[],
  value: unknown,
  field: string,
  wrong: (field: string, says: string) => void,
): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) wrong(field, `is one of ${allowed.join(', ')}`);
  return found ?? (allowed[0] as T);
}

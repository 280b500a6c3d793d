import type { Cadence, CadenceStep, StepCondition } from './cadence.ts';

/** Ten in the morning: awake everywhere, with the day before one to act on it. */
const SEND_MINUTE = 600;

const ANYONE: StepCondition = { minOpenMinor: 1, firstMiss: 'any', autopay: 'any' };
/** Who is charged by itself has nothing to remember. */
const PAYS_BY_HAND: StepCondition = { ...ANYONE, autopay: 'never' };

/** On which days after the due date one asks again, the second and later times. */
const OVERDUE_DAYS: Record<string, readonly number[]> = {
  // A reminder that may carry a fee, no earlier than 14 days after the due date, and two of them at the most (NO-02, NO-03).
  NO: [14, 28],
};
const OTHER_OVERDUE_DAYS = [7, 14, 30];

/** In which words, the second, third and fourth time. */
const OVERDUE_WORDS = ['overdue', 'overdue-again', 'overdue-last'] as const;

/**
 * The cadence of a biller that has none of its own: a week, three days and 24 hours before the due date, on it, softly the
 * day after, and then ever more rarely.
 * @param country ISO 3166, two letters: the biller's
 */
export function defaultCadence(country: string): Cadence {
  const overdue = (OVERDUE_DAYS[country] ?? OTHER_OVERDUE_DAYS).map((day, at) => ({
    ...overdueStep(day, 5),
    template: OVERDUE_WORDS[at] ?? 'overdue-last',
  }));
  return {
    sendMinute: SEND_MINUTE,
    steps: [
      beforeStep('due-in-7', -7, 'due-in-days', 2),
      beforeStep('due-in-3', -3, 'due-in-days', 1),
      beforeStep('due-tomorrow', -1, 'due-tomorrow', 0),
      beforeStep('due-today', 0, 'due-today', 0),
      {
        ...overdueStep(1, 3),
        key: 'first-miss',
        template: 'overdue-soft',
        when: { ...ANYONE, firstMiss: 'only' },
      },
      { ...overdueStep(1, 3), when: { ...ANYONE, firstMiss: 'never' } },
      ...overdue,
    ],
  };
}

function beforeStep(
  key: string,
  offset: number,
  template: CadenceStep['template'],
  usefulDays: number,
): CadenceStep {
  return {
    key,
    anchor: 'due',
    offset,
    countedIn: 'days',
    usefulDays,
    template,
    category: 'info',
    channel: 'sms',
    when: PAYS_BY_HAND,
  };
}

function overdueStep(offset: number, usefulDays: number): CadenceStep {
  return {
    key: `overdue-${offset}`,
    anchor: 'due',
    offset,
    countedIn: 'days',
    usefulDays,
    template: 'overdue',
    category: 'past_due',
    channel: 'sms',
    when: ANYONE,
  };
}

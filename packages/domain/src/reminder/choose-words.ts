import { daysUntil } from '../locale/calendar-day.ts';
import { addDays } from '../time/add-days.ts';
import type { ReminderTemplate } from './cadence.ts';

/** What follows where a bill stays unpaid. */
export interface BillTerms {
  /** The late fee that comes next; undefined where none does. */
  fee: { feeMinor: number; feeOn: string } | undefined;
  /** A late fee was charged on it already. */
  hasFee: boolean;
  interruptionAfterDays: number | null;
}

export interface ChosenWords {
  template: ReminderTemplate;
  /** Until the due date; negative after it. */
  days: number;
  fee: BillTerms['fee'];
  /** The last day on which it costs nothing to be late; undefined where it never does. */
  graceUntil: string | undefined;
  interruptionOn: string | undefined;
}

/**
 * What a step's text says on the day that it goes out. What the step is called is one thing; what it says must be true:
 * "tomorrow" of a bill that is due in three days is "in 3 days", and a first miss is soft for as long as it costs nothing.
 * @param bill dates are `YYYY-MM-DD`, `today` the customer's own
 */
export function chooseWords(
  template: ReminderTemplate,
  bill: { dueOn: string; today: string } & BillTerms,
): ChosenWords {
  const { dueOn, today, fee, interruptionAfterDays } = bill;
  const days = daysUntil(dueOn, today);
  const interruptionOn = interruptionAfterDays === null ? undefined : addDays(dueOn, interruptionAfterDays);
  return {
    template: wordsFor(template, days, bill),
    days,
    // A fee whose day has gone by without it comes on the next that can be.
    fee: fee && { ...fee, feeOn: fee.feeOn < today ? today : fee.feeOn },
    graceUntil: fee && addDays(fee.feeOn, -1),
    // What may have happened already is not said to come.
    interruptionOn: interruptionOn !== undefined && interruptionOn > today ? interruptionOn : undefined,
  };
}

function wordsFor(
  template: ReminderTemplate,
  days: number,
  { fee, hasFee, today }: { today: string } & BillTerms,
): ReminderTemplate {
  if (days > 1) return 'due-in-days';
  if (days >= 0) return days === 1 ? 'due-tomorrow' : 'due-today';
  if (template !== 'overdue-soft') return template;
  const isFree = fee ? fee.feeOn > today : !hasFee;
  return isFree ? 'overdue-soft' : 'overdue';
}

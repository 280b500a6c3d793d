import { isBeforeDue, type ReminderTemplate } from './cadence.ts';

/** A reminder whose time has come, of a bill that a phone is to be reminded of. */
export interface DueReminder {
  id: string;
  invoiceId: string;
  template: ReminderTemplate;
  /** Its step's day, and its bill's due date: `YYYY-MM-DD`. */
  day: string;
  dueOn: string;
}

/**
 * Makes one text of all that is due for a phone: whom it is named after, and the bills that it speaks of. Of two steps of
 * one bill the later one is right, since the bill has moved on; several bills share one digest, led by the one that has
 * waited longest. Everything else is merged into the lead.
 * @returns undefined where nothing is due
 */
export function mergeReminders(
  due: readonly DueReminder[],
): { lead: DueReminder; bills: string[]; merged: DueReminder[] } | undefined {
  const [lead, ...merged] = [...due].sort(byUrgency);
  if (!lead) return undefined;
  const bills = [...new Set([lead, ...merged].map(({ invoiceId }) => invoiceId))];
  return { lead, bills, merged };
}

/** The bill due first, its latest step; what is past due before what is not. Ids make the order total. */
function byUrgency(a: DueReminder, b: DueReminder): number {
  return (
    Number(isBeforeDue(a.template)) - Number(isBeforeDue(b.template)) ||
    a.dueOn.localeCompare(b.dueOn) ||
    a.invoiceId.localeCompare(b.invoiceId) ||
    b.day.localeCompare(a.day) ||
    b.id.localeCompare(a.id)
  );
}

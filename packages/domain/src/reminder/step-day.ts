import { addDays } from '../time/add-days.ts';
import { isBusinessDay } from '../time/is-business-day.ts';
import { type CadenceStep, isBeforeDue } from './cadence.ts';

/** The dates of a bill that its reminders count from, `YYYY-MM-DD`. */
export interface BillDates {
  issuedOn: string;
  dueOn: string;
}

/**
 * The day of a step: its own, or where that is no business day the one before it for a text that comes before the due date,
 * so that there is a day left to act on, and the one after it for one that comes later. "Due today" stays where it is true.
 * @param closedOn days on which the biller is closed, `YYYY-MM-DD`
 * @returns `day` on which it is due, and `lastDay` after which it is pointless; `YYYY-MM-DD`, the customer's days
 */
export function stepDay(
  step: CadenceStep,
  bill: BillDates,
  country: string,
  closedOn: readonly string[] = [],
): { day: string; lastDay: string } {
  const isOpen = (day: string) => isBusinessDay(day, country) && !closedOn.includes(day);
  const anchor = step.anchor === 'due' ? bill.dueOn : bill.issuedOn;
  const day = moveOff(count(anchor, step, isOpen), step, isOpen);
  return { day, lastDay: lastUsefulDay(step, day, bill.dueOn) };
}

type IsOpen = (day: string) => boolean;

function count(anchor: string, { offset, countedIn }: CadenceStep, isOpen: IsOpen): string {
  if (countedIn === 'days') return addDays(anchor, offset);
  const forth = Math.sign(offset);
  let day = anchor;
  for (let left = Math.abs(offset); left > 0; ) {
    day = addDays(day, forth);
    if (isOpen(day)) left -= 1;
  }
  return day;
}

function moveOff(day: string, step: CadenceStep, isOpen: IsOpen): string {
  if (step.template === 'due-today') return day;
  const forth = step.anchor === 'due' && step.offset < 0 ? -1 : 1;
  let moved = day;
  while (!isOpen(moved)) moved = addDays(moved, forth);
  return moved;
}

/** "Tomorrow" is not said on the day itself, and nothing that is said before the due date after it. */
function lastUsefulDay({ template, usefulDays }: CadenceStep, day: string, dueOn: string): string {
  const last = addDays(day, usefulDays);
  if (!isBeforeDue(template)) return last;
  const limit = template === 'due-today' ? dueOn : addDays(dueOn, -1);
  return last < limit ? last : limit;
}

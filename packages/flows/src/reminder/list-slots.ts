import type { SlotRow } from '@kvitt/db/reminder/plan-steps';
import { type Cadence, type CadenceStep, isBeforeDue } from '@kvitt/domain/reminder/cadence';
import { type Place, planStep } from '@kvitt/domain/reminder/plan-step';
import type { BillDates } from '@kvitt/domain/reminder/step-day';
import { localDate } from '@kvitt/domain/time/local-date';
import { localInstant } from '@kvitt/domain/time/local-instant';

/**
 * What all bills of some dates and a place have in common for each step whose day has come since `since` (`YYYY-MM-DD`):
 * a few hundred rows, however many bills and customers there are.
 */
export function listSlots(
  cadence: Cadence,
  given: { bills: readonly BillDates[]; places: readonly Place[]; since: string; now: Date },
): SlotRow[] {
  const { bills, places, since, now } = given;
  const dueDates = [...new Map(bills.map((bill) => [bill.dueOn, bill])).values()];
  const slots: SlotRow[] = [];
  for (const [number, place] of places.entries()) {
    const today = localDate(now, place.timeZone);
    const where = { place, sendMinute: cadence.sendMinute, closedOn: cadence.closedOn };
    for (const step of cadence.steps) {
      for (const bill of step.anchor === 'due' ? dueDates : bills) {
        const planned = planStep(step, bill, where, now);
        if (planned.day > today || planned.day < since) continue;
        slots.push({ place: number, ...describe(step, bill), ...timesOf(planned, place) });
      }
    }
  }
  return slots;
}

function describe(step: CadenceStep, bill: BillDates) {
  return {
    step: step.key,
    template: step.template,
    category: step.category,
    isBeforeDue: isBeforeDue(step.template),
    issuedOn: step.anchor === 'due' ? null : bill.issuedOn,
    dueOn: bill.dueOn,
    ...step.when,
  };
}

function timesOf({ day, lastDay, plan }: ReturnType<typeof planStep>, { timeZone }: Place) {
  const usefulUntil = localInstant(lastDay, 24 * 60, timeZone);
  return {
    day,
    sendAt: new Date(plan.kind === 'send' ? plan.atMs : usefulUntil).toISOString(),
    usefulUntil: new Date(usefulUntil).toISOString(),
    missed: plan.kind === 'skip' ? plan.reason : null,
  };
}

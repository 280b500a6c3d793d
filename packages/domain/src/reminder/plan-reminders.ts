import type { ConsentStanding } from '../consent/consent.ts';
import type { Cadence, CadenceStep } from './cadence.ts';
import { type BillFacts, findSkip } from './find-skip.ts';
import { type Place, planStep } from './plan-step.ts';
import type { BillDates } from './step-day.ts';

/** A bill with all that its reminders depend on. */
export interface RemindedBill extends BillDates, BillFacts {
  /** The customer's day on which it came here: the steps of days before that were never ours to take. */
  receivedOn: string;
  /** How the customer can be texted: their phone, whether it takes texts, and what they agreed to. */
  reach: { hasPhone: boolean; isSmsCapable: boolean; consents: ConsentStanding };
}

export interface PlannedReminder {
  step: string;
  day: string;
  /** Skipped for a `MissedReason`, a `ConditionSkip`, or what keeps the customer from being texted. */
  plan: { kind: 'send'; atMs: number } | { kind: 'skip'; reason: string };
}

/**
 * What becomes of each step of a cadence for one bill as it stands at `now`: when it goes out, or why it does not. Steps of
 * days before the bill came here are left out. Planning in the database follows the same two decisions: `planStep` for what
 * all bills of a day and a place share, `findSkip` for what is the bill's own.
 */
export function planReminders(
  bill: RemindedBill,
  cadence: Cadence,
  place: Place,
  now: Date,
): PlannedReminder[] {
  const where = { place, sendMinute: cadence.sendMinute, closedOn: cadence.closedOn };
  return cadence.steps.flatMap((step) => {
    const { day, plan } = planStep(step, bill, where, now);
    if (day < bill.receivedOn) return [];
    const reason = findSkip(step, bill, day) ?? findReachSkip(step, bill, place);
    // Paid is paid, whether or not the text was late.
    const isMissed = plan.kind === 'skip' && reason !== 'ALREADY_PAID';
    return { step: step.key, day, plan: reason && !isMissed ? { kind: 'skip', reason } : plan };
  });
}

function findReachSkip(step: CadenceStep, { reach }: RemindedBill, place: Place): string | undefined {
  if (!reach.hasPhone) return 'NO_PHONE';
  if (!reach.isSmsCapable) return 'NOT_SMS_CAPABLE';
  return place.refusalOf(step.category, reach.consents);
}

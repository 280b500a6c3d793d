import { addDays } from '../time/add-days.ts';
import { localDate } from '../time/local-date.ts';
import { localInstant } from '../time/local-instant.ts';

/** What a biller decides about charging by itself. */
export interface AutopayRules {
  /** How many days before the charge the customer is told of it. */
  aheadDays: number;
  /** Minutes past midnight of the customer's day at which a bill is charged. */
  chargeMinute: number;
}

/** Whoever is told of a charge has this long to object, also where the bill is due at once. */
const NOTICE_MS = 2 * 3_600_000;

/**
 * When a bill is charged, and when the customer is told: on the due date at the biller's hour, in the customer's own zone.
 * A bill that is due already when it is planned is charged at the next such hour that leaves time to object.
 * @param dueOn `YYYY-MM-DD`
 * @param now the time at which it is planned
 * @param noticeDays how many days of notice the law gives the customer; the charge waits for them, and the notice goes at once
 * @returns instants in milliseconds since the epoch; `chargeOn` the customer's day, `YYYY-MM-DD`
 */
export function timeCharge(
  dueOn: string,
  rules: AutopayRules,
  timeZone: string,
  now: Date,
  noticeDays = 0,
): { chargeOn: string; chargeAtMs: number; tellAtMs: number } {
  const nowMs = now.getTime();
  const today = localDate(now, timeZone);
  const at = (day: string) => localInstant(day, rules.chargeMinute, timeZone);
  let chargeOn = dueOn > today ? dueOn : today;
  if (at(chargeOn) < nowMs + NOTICE_MS) chargeOn = addDays(today, 1);
  // One day more than the law says: a notice in the evening is ten days old in the evening.
  const legal = noticeDays > 0 ? noticeDays + 1 : 0;
  if (legal > 0 && chargeOn < addDays(today, legal)) chargeOn = addDays(today, legal);
  const tellAtMs = Math.max(at(addDays(chargeOn, -Math.max(rules.aheadDays, legal))), nowMs);
  return { chargeOn, chargeAtMs: at(chargeOn), tellAtMs };
}

import { claimRun } from '@kvitt/db/reminder/claim-run';
import { findPlaces } from '@kvitt/db/reminder/find-places';
import { listDueDates } from '@kvitt/db/reminder/list-due-dates';
import { loadCadence } from '@kvitt/db/reminder/load-cadence';
import { type PlaceRow, planSteps, type RefusalRow } from '@kvitt/db/reminder/plan-steps';
import type { Place } from '@kvitt/domain/reminder/plan-step';
import { addDays } from '@kvitt/domain/time/add-days';
import { localDate } from '@kvitt/domain/time/local-date';
import type { Ctx, TxCtx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { listRefusals } from './list-refusals.ts';
import { listSlots } from './list-slots.ts';
import { placeOf } from './place-of.ts';

/** How long a bill that has just come may wait for its place in the plan. */
const EVERY_MS = 10 * 60_000;

/** The furthest that a step's day can lie from the date that it counts from: a year of business days, and holidays. */
const FARTHEST_DAYS = 540;

/**
 * Plans the reminders whose day has come, of one biller whose turn it is: every open bill gets a row for each such step, to
 * be sent at the next instant that is allowed where the customer is, or skipped with the reason. What the bills of a date
 * and a place share is decided here, once; the bills themselves never leave the database.
 *
 * It is one transaction, and a row is planned once: a process that dies in it has planned nothing, and the next plans all.
 * @param everyMs a biller whose reminders were planned this recently has to wait
 * @returns how many rows were added
 */
export async function planDueReminders(ctx: Ctx, everyMs = EVERY_MS): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const run = await claimRun(tx.em, { now, plannedBefore: new Date(now.getTime() - everyMs) });
    const saved = run && (await loadCadence(tx.em, run.billerId));
    if (!run || !saved) return 0;
    const { billerId } = run;
    const { places, rows, refusals } = await sortPlaces(tx, billerId);
    const { steps, closedOn = [] } = saved.rules;
    const reach =
      Math.max(...steps.map(({ offset, countedIn }) => reachOf(offset, countedIn))) + closedOn.length;
    const today = localDate(now, 'UTC');
    const bills = await listDueDates(tx.em, billerId, {
      from: addDays(run.since, -reach),
      until: addDays(today, reach),
    });
    const slots = listSlots(saved.rules, { bills, places, since: run.since, now });
    if (slots.length === 0) return 0;
    const planned = await planSteps(
      tx.em,
      { billerId, now, cadenceVersion: saved.version },
      { places: rows, refusals },
      slots,
    );
    if (planned > 0) tx.log.info({ billerId, planned }, 'reminders are planned');
    return planned;
  });
}

/** How many days from its date a step's day can be: weekends and holidays come on top. */
function reachOf(offset: number, countedIn: 'days' | 'business-days'): number {
  const days = Math.abs(offset) + 10;
  return Math.min(FARTHEST_DAYS, countedIn === 'days' ? days : 2 * days);
}

interface SortedPlaces {
  places: Place[];
  rows: PlaceRow[];
  refusals: RefusalRow[];
}

/** The few places that the customers' whereabouts come to, numbered, which come to which, and what law each is under. */
async function sortPlaces(tx: TxCtx, billerId: string): Promise<SortedPlaces> {
  const byKey = new Map<string, number>();
  const places: Place[] = [];
  const found: Omit<PlaceRow, 'law'>[] = [];
  for (const { samplePhone, ...key } of await findPlaces(tx.em, billerId)) {
    const place = placeOf({ ...key, phone: samplePhone });
    const number = byKey.get(place.key) ?? places.push(place) - 1;
    byKey.set(place.key, number);
    found.push({ ...key, place: number });
  }
  const { refusals, laws } = listRefusals(places);
  const rows = found.map((row) => ({ ...row, law: laws[row.place] ?? 0 }));
  return { places, rows, refusals };
}

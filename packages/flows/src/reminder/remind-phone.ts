import { CadenceVersion } from '@kvitt/db/reminder/cadence-version.entity';
import { findHome } from '@kvitt/db/reminder/find-home';
import { isRemindedOn } from '@kvitt/db/reminder/is-reminded-on';
import { loadWaiting, type WaitingReminder } from '@kvitt/db/reminder/load-waiting';
import { isBeforeDue } from '@kvitt/domain/reminder/cadence';
import { findSkip } from '@kvitt/domain/reminder/find-skip';
import { mergeReminders } from '@kvitt/domain/reminder/merge-reminders';
import type { Place } from '@kvitt/domain/reminder/plan-step';
import { addDays } from '@kvitt/domain/time/add-days';
import { localDate } from '@kvitt/domain/time/local-date';
import { localInstant } from '@kvitt/domain/time/local-instant';
import type { TxCtx } from '../kit/context.ts';
import { placeOf } from './place-of.ts';
import { putOff } from './put-off.ts';
import { queueReminder } from './queue-reminder.ts';
import { skipReminders } from './skip-reminders.ts';

/**
 * Reminds one phone of all that is due for it, within the caller's transaction: each bill is judged once more as it stands
 * now, and what is left becomes one text. A phone that has had its reminder today, or that may not be texted at this hour,
 * waits for the next allowed hour for as long as that is of use.
 */
export async function remindPhone(tx: TxCtx, key: { billerId: string; phoneId: string }): Promise<void> {
  const now = tx.clock.now();
  const waiting = await loadWaiting(tx.em, key, now);
  if (waiting.length === 0) return;
  const home = await findHome(tx.em, key);
  if (!home) return skipReminders(tx, key.billerId, waiting, 'NO_PHONE');
  const place = placeOf(home);
  const today = localDate(now, place.timeZone);
  const fit: WaitingReminder[] = [];
  for (const reminder of waiting) {
    const reason = await judge(tx, key.billerId, reminder, { now, today, timeZone: place.timeZone });
    if (reason) await skipReminders(tx, key.billerId, [reminder], reason);
    else fit.push(reminder);
  }
  const text = mergeReminders(fit);
  if (!text) return;
  const isReminded = await isRemindedOn(tx.em, key, {
    day: today,
    from: new Date(localInstant(today, 0, place.timeZone)),
    until: new Date(localInstant(today, 24 * 60, place.timeZone)),
  });
  const sendMinute = (await loadRules(tx, key.billerId, fit[0]?.cadenceVersion ?? 1)).sendMinute;
  const fromMs = isReminded ? localInstant(addDays(today, 1), sendMinute, place.timeZone) : now.getTime();
  const category = isBeforeDue(text.lead.template) ? 'info' : 'past_due';
  const atMs = place.nextAllowedAt(category, fromMs);
  if (atMs !== now.getTime()) {
    const until = atMs === undefined ? undefined : new Date(atMs);
    return putOff(tx, key.billerId, fit, { until, reason: isReminded ? 'ONE_A_DAY' : 'NO_WINDOW' });
  }
  await queueReminder(tx, { ...key, reminders: fit, bills: text.bills, leadId: text.lead.id, today, place });
}

/** Why a reminder that was planned is not right any more; undefined where it is. */
async function judge(
  tx: TxCtx,
  billerId: string,
  reminder: WaitingReminder,
  at: { now: Date; today: string; timeZone: Place['timeZone'] },
): Promise<string | undefined> {
  if (reminder.currentDueOn !== reminder.dueOn) return 'DUE_MOVED';
  if (reminder.openMinor > 0 && reminder.usefulUntil <= at.now) return 'STALE';
  // Holidays push steps together: "in 7 days" is not followed by "in 6 days" the morning after.
  const { template, remindedOn } = reminder;
  if (template === 'due-in-days' && remindedOn && remindedOn >= addDays(at.today, -1)) return 'JUST_REMINDED';
  const { steps } = await loadRules(tx, billerId, reminder.cadenceVersion);
  const step = steps.find(({ key }) => key === reminder.step);
  if (!step) throw new Error(`there is no step ${reminder.step} in the cadence that it was planned by`);
  const announcedOn = reminder.announcedAt && localDate(reminder.announcedAt, at.timeZone);
  return findSkip(step, { ...reminder, announcedOn }, at.today);
}

async function loadRules(tx: TxCtx, billerId: string, version: number): Promise<CadenceVersion['rules']> {
  const saved = await tx.em.findOneOrFail(CadenceVersion, { billerId, version });
  return saved.rules;
}

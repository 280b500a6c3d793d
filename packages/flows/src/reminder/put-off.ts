import { Reminder } from '@kvitt/db/reminder/reminder.entity';
import type { TxCtx } from '../kit/context.ts';
import { skipReminders } from './skip-reminders.ts';

/**
 * Puts reminders off, within the caller's transaction, with the reason in their rows; those that are of no more use by then,
 * or that may never go, are skipped for it.
 * @param wait `tries` where they were in the outbox; what it has taken once it must not be asked to take again
 */
export async function putOff(
  tx: TxCtx,
  billerId: string,
  reminders: readonly { id: string; usefulUntil: Date }[],
  { until, reason, tries }: { until: Date | undefined; reason: string; tries?: number },
): Promise<void> {
  const late = reminders.filter(({ usefulUntil }) => until === undefined || usefulUntil <= until);
  await skipReminders(tx, billerId, late, reason);
  const ids = reminders.filter((each) => !late.includes(each)).map(({ id }) => id);
  if (ids.length === 0 || until === undefined) return;
  const change = { sendAt: until, reason, ...(tries !== undefined && { tries }) };
  await tx.em.nativeUpdate(Reminder, { billerId, id: { $in: ids } }, change);
}

import { Reminder } from '@kvitt/db/reminder/reminder.entity';
import type { TxCtx } from '../kit/context.ts';

/** Skips reminders for good, within the caller's transaction, and says why. */
export async function skipReminders(
  tx: TxCtx,
  billerId: string,
  reminders: readonly { id: string }[],
  reason: string,
): Promise<void> {
  if (reminders.length === 0) return;
  const ids = reminders.map(({ id }) => id);
  await tx.em.nativeUpdate(Reminder, { billerId, id: { $in: ids } }, { state: 'skipped', reason });
}

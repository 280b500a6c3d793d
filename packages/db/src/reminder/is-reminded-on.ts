import type { EntityManager } from '@mikro-orm/postgresql';
import { Reminder } from './reminder.entity.ts';

/** Whether a phone has, or is about to get, a reminder on a day of its own (`YYYY-MM-DD`). */
export async function isRemindedOn(
  em: EntityManager,
  key: { billerId: string; phoneId: string; day: string },
): Promise<boolean> {
  const { billerId, phoneId, day } = key;
  const found = await em.findOne(
    Reminder,
    { billerId, phoneId, textDay: day, state: { $in: ['queued', 'sent'] } },
    { fields: ['id'] },
  );
  return found !== null;
}

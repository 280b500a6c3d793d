import { noteReminders } from '@kvitt/db/reminder/note-reminders';
import type { Ctx } from '../kit/context.ts';

/** Notes on reminders what became of their texts; gives how many it found. */
export async function noteSentReminders(ctx: Ctx): Promise<number> {
  return noteReminders(ctx.em.fork(), ctx.clock.now());
}

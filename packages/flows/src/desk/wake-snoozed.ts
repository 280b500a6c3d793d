import { Desk } from '@kvitt/db/desk/desk.entity';
import type { Ctx } from '../kit/context.ts';

/** Opens the threads whose snooze is over; says how many. */
export async function wakeSnoozed(ctx: Ctx): Promise<number> {
  return ctx.em
    .fork()
    .nativeUpdate(
      Desk,
      { state: 'snoozed', snoozedUntil: { $lte: ctx.clock.now() } },
      { state: 'open', snoozedUntil: null },
    );
}

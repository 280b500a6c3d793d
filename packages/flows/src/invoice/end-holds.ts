import { endHoldsThatAreOver } from '@kvitt/db/invoice/end-holds-that-are-over';
import type { Ctx } from '../kit/context.ts';

/**
 * Ends the holds whose last day is over on the biller's own calendar.
 * @returns how many there were
 */
export async function endHolds(ctx: Ctx): Promise<number> {
  return endHoldsThatAreOver(ctx.em.fork(), ctx.clock.now());
}

import { Phone } from '@kvitt/db/customer/phone.entity';
import { HELD_FOR_MS } from '@kvitt/domain/conversation/unclear-stop';
import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { oneByOne } from '../kit/one-by-one.ts';
import { decideHold } from './decide-hold.ts';

/** Decided at a time; the rest waits for the next round. */
const AT_ONCE = 50;

/**
 * Takes a text that may have been a STOP for one where nobody has decided within a day: in doubt, silence.
 * @returns how many phones were silenced
 */
export async function endUnclearStops(ctx: Ctx): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - HELD_FOR_MS);
  const held = await ctx.em
    .fork()
    .find(
      Phone,
      { heldSince: { $lte: before } },
      { orderBy: { heldSince: 'asc' }, limit: AT_ONCE, fields: ['billerId', 'id'] },
    );
  return oneByOne(ctx, held, ({ billerId, id }) =>
    inTransaction(ctx, (tx) => decideHold(tx, { billerId, phoneId: id, as: 'stopped', actor: 'system' })),
  );
}

import { claimRefundsToAsk } from '@kvitt/db/refund/claim-refunds-to-ask';
import type { Ctx } from '../kit/context.ts';
import { oneByOne } from '../kit/one-by-one.ts';
import { performRefund } from './perform-refund.ts';

/** For how long a process that asks has the refund to itself. */
const LEASE_MS = 120_000;

/**
 * Goes on with refunds whose answer was lost, whose process died, or whose sale had not settled yet.
 * @returns how many there were
 */
export async function settleRefunds(ctx: Ctx): Promise<number> {
  const now = ctx.clock.now();
  const due = await claimRefundsToAsk(ctx.em.fork(), now, new Date(now.getTime() + LEASE_MS));
  await oneByOne(ctx, due, async ({ billerId, id }) => {
    await performRefund(ctx, { billerId, refundId: id });
  });
  return due.length;
}

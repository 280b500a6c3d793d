import { type Flow, transaction } from '../kernel/flow.ts';
import type { Ctx } from '../world.ts';
import { performRefund } from './perform-refund.ts';

/** As in the flow. */
const LEASE_MS = 120_000;
const AT_ONCE = 20;

/** As packages/flows/src/refund/settle-refunds.ts: goes on with refunds whose answer was lost, or whose process died. */
export function* settleRefunds(ctx: Ctx): Flow<number> {
  const due = yield* transaction(() => claimRefundsToAsk(ctx));
  for (const id of due) yield* performRefund(ctx, id);
  return due.length;
}

/** As packages/db/src/refund/claim-refunds-to-ask.ts. */
function claimRefundsToAsk(ctx: Ctx): string[] {
  const now = ctx.now();
  const due = [...ctx.store.refunds.values()]
    .filter(({ askAt }) => askAt !== null && askAt <= now)
    .slice(0, AT_ONCE);
  for (const refund of due) ctx.store.update(refund, { askAt: now + LEASE_MS });
  return due.map(({ id }) => id);
}

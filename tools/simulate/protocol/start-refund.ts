import { decideRefund } from '@kvitt/domain/refund/decide-refund';
import { LIVE_REFUNDS, type RefundEffect } from '@kvitt/domain/refund/refund';
import { type Flow, transaction } from '../kernel/flow.ts';
import type { Ctx } from '../world.ts';
import { beginRefund, isDisputed, refundsOf } from './begin-refund.ts';
import { performRefund } from './perform-refund.ts';

export interface RefundOrder {
  refundId: string;
  invoiceId: string;
  /** How much of the payment, 1 for all that is left of it. */
  share: number;
  effect: RefundEffect;
}

/** What somebody at the desk does: the intent is committed, and the processor asked after that. */
export function* refundAtDesk(ctx: Ctx, order: RefundOrder): Flow<void> {
  if (yield* transaction(() => startRefund(ctx, order))) yield* performRefund(ctx, order.refundId);
}

/** As packages/flows/src/refund/start-refund.ts, for the latest approved payment of a bill. */
function startRefund(ctx: Ctx, { refundId, invoiceId, share, effect }: RefundOrder): boolean {
  const { store } = ctx;
  if (store.refunds.has(refundId)) return true;
  const payment = [...store.payments.values()]
    .filter((one) => one.state === 'approved' && one.parts.some((part) => part.invoiceId === invoiceId))
    .at(-1);
  if (!payment) return false;
  const refunds = refundsOf(ctx, payment.id);
  const refundedMinor = refunds
    .filter(({ state }) => state === 'done')
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const leftMinor = payment.amountMinor - refundedMinor;
  const amountMinor = share === 1 ? leftMinor : Math.ceil(leftMinor * share);
  const facts = {
    state: payment.state,
    amountMinor: payment.amountMinor,
    isTakenBack: payment.askAt !== null,
    refundedMinor,
    isDisputed: ctx.mutant !== 'refund beside a dispute' && isDisputed(ctx, payment.id),
    isRefunding: refunds.some(({ state }) => LIVE_REFUNDS.includes(state)),
  };
  // Whoever is there has a second person's word for every amount: four eyes race nothing here.
  if (decideRefund(facts, amountMinor, Number.MAX_SAFE_INTEGER).kind === 'refused') return false;
  const intent = { refundId, amountMinor, effect, askedForAt: ctx.now(), phone: null };
  beginRefund(ctx, payment, { ...intent, why: 'refund' });
  return true;
}

import { Dispute } from '@kvitt/db/dispute/dispute.entity';
import { loadMoneyRules } from '@kvitt/db/payment/load-money-rules';
import { Payment } from '@kvitt/db/payment/payment.entity';
import { Refund } from '@kvitt/db/refund/refund.entity';
import { decideRefund, type RefundRefusal } from '@kvitt/domain/refund/decide-refund';
import { LIVE_REFUNDS, type RefundEffect } from '@kvitt/domain/refund/refund';
import { LockMode } from '@mikro-orm/postgresql';
import type { TxCtx } from '../kit/context.ts';
import { beginRefund } from './begin-refund.ts';

export interface RefundOrder {
  billerId: string;
  paymentId: string;
  /** Made by whoever asks for it: the same ask names the same refund. */
  refundId: string;
  /** What goes back, in the payment's currency; all that is left of it where absent. */
  amountMinor?: number;
  effect: RefundEffect;
  reason: string;
  /** Who asks, as the biller knows them; the second person has to be another. */
  askedBy: string;
}

export type RefundStart =
  | { kind: 'started' | 'waiting'; refundId: string; amountMinor: number }
  | { kind: 'refused'; refusal: RefundRefusal };

/**
 * Commits, with the caller's transaction, the intent to give back all or a part of a payment to the card that it came
 * from. Above the biller's limit it waits for `approve-refund`; else the caller has `perform-refund` ask the processor
 * after the commit.
 */
export async function startRefund(tx: TxCtx, order: RefundOrder): Promise<RefundStart> {
  const { billerId, paymentId, refundId } = order;
  const payment = await tx.em.findOneOrFail(
    Payment,
    { billerId, id: paymentId },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const refunds = await tx.em.find(Refund, { billerId, paymentId });
  const before = refunds.find(({ id }) => id === refundId);
  if (before) {
    return {
      kind: before.state === 'waiting' ? 'waiting' : 'started',
      refundId,
      amountMinor: before.amountMinor,
    };
  }
  const refundedMinor = refunds
    .filter(({ state }) => state === 'done')
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const amountMinor = order.amountMinor ?? payment.amountMinor - refundedMinor;
  const facts = {
    state: payment.state,
    amountMinor: payment.amountMinor,
    isTakenBack: payment.askAt != null,
    refundedMinor,
    isDisputed: (await tx.em.count(Dispute, { billerId, paymentId, state: { $ne: 'won' } })) > 0,
    isRefunding: refunds.some(({ state }) => LIVE_REFUNDS.includes(state)),
  };
  const { refundAloneUpToMinor } = await loadMoneyRules(tx.em, billerId);
  const decision = decideRefund(facts, amountMinor, refundAloneUpToMinor);
  if (decision.kind === 'refused') return decision;
  const isWaiting = decision.kind === 'wait';
  const { effect, reason, askedBy } = order;
  await beginRefund(tx, payment, {
    refundId,
    amountMinor,
    why: 'refund',
    effect,
    reason,
    askedBy,
    isWaiting,
  });
  return { kind: isWaiting ? 'waiting' : 'started', refundId, amountMinor };
}

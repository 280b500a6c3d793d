import type { Payment } from '@kvitt/db/payment/payment.entity';
import { Refund } from '@kvitt/db/refund/refund.entity';
import { RefundPart } from '@kvitt/db/refund/refund-part.entity';
import { PROCESSOR_TIMEOUT_MS } from '@kvitt/domain/payment/timetable';
import type { RefundEffect, RefundWhy } from '@kvitt/domain/refund/refund';
import type { TxCtx } from '../kit/context.ts';
import { unwindPayment } from './unwind-payment.ts';

export interface RefundIntent {
  refundId: string;
  amountMinor: number;
  why: RefundWhy;
  effect: RefundEffect;
  /** In the words of whoever asked for it. */
  reason: string;
  askedBy: string;
  /** It waits for a second person before the processor is asked. */
  isWaiting?: boolean;
  conversationId?: string;
  /** When it was asked for; now where absent. */
  askedAt?: Date;
}

/** After the call of whoever began it is over; a process that dies on the way is followed up from then on. */
const FIRST_ASK_MS = PROCESSOR_TIMEOUT_MS * 2;

/**
 * Commits, with the caller's transaction, the intent to give money of a payment back, before the processor hears of it.
 * The caller has locked the payment's row and decided that it may be done.
 */
export async function beginRefund(tx: TxCtx, payment: Payment, intent: RefundIntent): Promise<void> {
  const { billerId, id: paymentId } = payment;
  const { refundId, amountMinor, isWaiting } = intent;
  const now = tx.clock.now();
  const { parts, feeMinor } = await unwindPayment(tx, payment, amountMinor);
  const givenMinor = parts.reduce((sum, part) => sum + part.amountMinor, feeMinor);
  if (givenMinor !== amountMinor) throw new RangeError(`no more than ${givenMinor} of ${paymentId} is left`);
  await tx.em.insert(Refund, {
    billerId,
    id: refundId,
    paymentId,
    amountMinor,
    feeMinor,
    currency: payment.currency,
    why: intent.why,
    effect: intent.effect,
    state: isWaiting ? 'waiting' : 'started',
    reason: intent.reason,
    askedBy: intent.askedBy,
    conversationId: intent.conversationId ?? null,
    askedForAt: intent.askedAt ?? now,
    asked: 0,
    askAt: isWaiting ? null : new Date(now.getTime() + FIRST_ASK_MS),
  });
  // The last cents of a payment may be all fee.
  if (parts.length === 0) return;
  await tx.em.insertMany(
    RefundPart,
    parts.map((part) => ({ billerId, refundId, ...part })),
  );
}

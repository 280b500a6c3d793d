import { Dispute } from '@kvitt/db/dispute/dispute.entity';
import { loadMoneyRules } from '@kvitt/db/payment/load-money-rules';
import { Payment } from '@kvitt/db/payment/payment.entity';
import { Refund } from '@kvitt/db/refund/refund.entity';
import { decideUndo, type UndoRefusal } from '@kvitt/domain/refund/decide-undo';
import { LockMode } from '@mikro-orm/postgresql';
import type { TxCtx } from '../kit/context.ts';
import { beginRefund } from './begin-refund.ts';

export interface UndoOrder {
  billerId: string;
  paymentId: string;
  /** The thread in which the customer said UNDO. */
  conversationId?: string;
  /** When they said it; now where absent. A STOP that came after it ends the texts about it too. */
  askedAt?: Date;
}

export type UndoStart =
  | { kind: 'started'; refundId: string; paymentId: string }
  | { kind: 'refused'; refusal: UndoRefusal };

/**
 * The first of UNDO's two transactions: commits the intent to void. The payment's row is locked, so that UNDO twice
 * undoes once. The caller has `undo-payment` ask the processor once the transaction is committed.
 */
export async function startUndo(tx: TxCtx, order: UndoOrder): Promise<UndoStart> {
  const { billerId, paymentId, conversationId, askedAt } = order;
  const payment = await tx.em.findOneOrFail(
    Payment,
    { billerId, id: paymentId },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const refunds = await tx.em.count(Refund, { billerId, paymentId, state: { $ne: 'refused' } });
  const { undoMinutes } = await loadMoneyRules(tx.em, billerId);
  const facts = {
    state: payment.state,
    finishedAt: payment.finishedAt ?? null,
    isTakenBack: payment.askAt != null,
    isDisputed: (await tx.em.count(Dispute, { billerId, paymentId, state: { $ne: 'won' } })) > 0,
    refunds,
  };
  const decision = decideUndo(facts, undoMinutes, tx.clock.now());
  if (decision.kind === 'refused') return decision;
  const refundId = tx.ids.next();
  await beginRefund(tx, payment, {
    refundId,
    amountMinor: payment.amountMinor,
    why: 'undo',
    effect: 'reopen',
    reason: 'UNDO',
    askedBy: 'customer',
    ...(conversationId && { conversationId }),
    ...(askedAt && { askedAt }),
  });
  return { kind: 'started', refundId, paymentId };
}

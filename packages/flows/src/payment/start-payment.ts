import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { loadReceivable } from '@kvitt/db/invoice/load-receivable';
import { insertOnce } from '@kvitt/db/kit/insert-once';
import { Payment } from '@kvitt/db/payment/payment.entity';
import { amountDue } from '@kvitt/domain/invoice/amount-due';
import type { Money } from '@kvitt/domain/money/money';
import { type ChargeRefusal, decideCharge } from '@kvitt/domain/payment/decide-charge';
import { LIVE_STATES, type PaymentChannel } from '@kvitt/domain/payment/payment';
import { PROCESSOR_TIMEOUT_MS } from '@kvitt/domain/payment/timetable';
import { LockMode } from '@mikro-orm/postgresql';
import type { TxCtx } from '../kit/context.ts';

export interface PaymentOrder {
  billerId: string;
  /** Made by whoever asks for the payment, before anything is sent: the same ask names the same payment. */
  paymentId: string;
  invoiceId: string;
  /** What the customer agreed to pay. */
  agreed: Money;
  channel: PaymentChannel;
  methodId?: string;
  /** The customer wants the new card kept. */
  isCardKept?: boolean;
  messageId?: string;
  conversationId?: string;
}

export type StartAnswer =
  | { kind: 'started' }
  | { kind: 'refused'; refusal: ChargeRefusal }
  /** This very payment was started before: by an earlier run, or by the same form sent twice. */
  | { kind: 'started-before'; payment: Payment };

/** After an ordinary call is over. To ask about one that is not is harmless: the payment is unknown until it answers. */
const FIRST_ASK_MS = PROCESSOR_TIMEOUT_MS + 10_000;

/**
 * The first of a payment's two transactions: commits the intent to charge, before the processor hears of it. The bill's
 * row is locked and a unique index allows one live payment per bill, so two phones, two tabs or two workers that pay the
 * same bill at the same instant end with one payment and one refusal.
 */
export async function startPayment(tx: TxCtx, order: PaymentOrder): Promise<StartAnswer> {
  const { billerId, invoiceId, paymentId } = order;
  const invoice = await tx.em.findOneOrFail(
    Invoice,
    { billerId, id: invoiceId },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  // Looked for under the lock, so that the second of two that come at once is told which payment it is.
  const before = await tx.em.findOne(Payment, { billerId, id: paymentId });
  if (before) return { kind: 'started-before', payment: before };

  const live = await tx.em.find(Payment, { billerId, invoiceId, state: { $in: [...LIVE_STATES] } });
  const decision = decideCharge({
    amountDue: amountDue(invoice, await loadReceivable(tx.em, billerId, invoiceId)),
    agreed: order.agreed,
    live,
  });
  if (decision.kind === 'refused') return decision;

  const now = tx.clock.now();
  const isNew = await insertOnce(tx.em, Payment, {
    billerId,
    id: paymentId,
    accountId: invoice.accountId,
    invoiceId,
    methodId: order.methodId ?? null,
    amountMinor: decision.amount.minor,
    currency: decision.amount.currency,
    channel: order.channel,
    state: 'started',
    isCardKept: order.isCardKept ?? false,
    messageId: order.messageId ?? null,
    conversationId: order.conversationId ?? null,
    startedAt: now,
    asked: 0,
    askAt: new Date(now.getTime() + FIRST_ASK_MS),
  });
  if (isNew) return { kind: 'started' };
  const twin = await tx.em.findOne(Payment, { billerId, id: paymentId });
  return twin ? { kind: 'started-before', payment: twin } : { kind: 'refused', refusal: 'in-flight' };
}

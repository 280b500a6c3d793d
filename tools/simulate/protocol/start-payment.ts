import { amountDue } from '@kvitt/domain/invoice/amount-due';
import type { Money } from '@kvitt/domain/money/money';
import { decideCharge } from '@kvitt/domain/payment/decide-charge';
import { LIVE_STATES, type PaymentChannel } from '@kvitt/domain/payment/payment';
import { PROCESSOR_TIMEOUT_MS } from '@kvitt/domain/payment/timetable';
import type { InvoiceRow } from '../store.ts';
import type { Ctx } from '../world.ts';
import { receivable } from './load-dialog.ts';

/** As in the flow. */
const FIRST_ASK_MS = PROCESSOR_TIMEOUT_MS + 10_000;

export interface PaymentOrder {
  paymentId: string;
  invoiceId: string;
  agreed: Money;
  channel: PaymentChannel;
  methodId: string;
  messageId: string | null;
  phone: string;
}

/** As packages/flows/src/payment/start-payment.ts, within the caller's transaction; the unique index is the look at `live`. */
export function startPayment(ctx: Ctx, order: PaymentOrder): 'started' | 'started-before' | 'refused' {
  const { store } = ctx;
  if (store.payments.has(order.paymentId)) return 'started-before';
  const invoice = store.invoices.get(order.invoiceId) as InvoiceRow;
  const live = [...store.payments.values()].filter(
    ({ invoiceId, state }) => invoiceId === order.invoiceId && LIVE_STATES.includes(state),
  );
  const decision = decideCharge({
    parts: [
      {
        invoiceId: order.invoiceId,
        amountMinor: order.agreed.minor,
        isPartial: false,
        amountDue: amountDue({ currency: 'USD' }, receivable(ctx, order.invoiceId)),
      },
    ],
    agreed: order.agreed,
    minimumMinor: null,
    live: ctx.mutant === 'no one-live index' ? [] : live,
  });
  if (decision.kind === 'refused') return 'refused';
  const now = ctx.now();
  store.insert(store.payments, order.paymentId, {
    id: order.paymentId,
    accountId: invoice.accountId,
    invoiceId: order.invoiceId,
    methodId: order.methodId,
    amountMinor: decision.amount.minor,
    channel: order.channel,
    state: 'started',
    declineKind: null,
    vendorId: null,
    messageId: order.messageId,
    phone: order.phone,
    startedAt: now,
    finishedAt: null,
    asked: 0,
    askAt: now + FIRST_ASK_MS,
  });
  ctx.bells.payments.ring();
  return 'started';
}

import { amountDue } from '@kvitt/domain/invoice/amount-due';
import { money } from '@kvitt/domain/money/money';
import { decideCardFee } from '@kvitt/domain/payment/decide-card-fee';
import { decideCharge } from '@kvitt/domain/payment/decide-charge';
import { LIVE_STATES, type PaymentChannel } from '@kvitt/domain/payment/payment';
import type { AgreedPart } from '@kvitt/domain/payment/payment-part';
import { PROCESSOR_TIMEOUT_MS } from '@kvitt/domain/payment/timetable';
import type { InvoiceRow, PaymentRow } from '../rows.ts';
import type { Ctx } from '../world.ts';
import { faceOf, isClosed, PLACES, planOf, receivable } from './load-dialog.ts';

/** As in the flow. */
const FIRST_ASK_MS = PROCESSOR_TIMEOUT_MS + 10_000;

export interface PaymentOrder {
  paymentId: string;
  invoiceId: string;
  /** What goes to which bill, `invoiceId` the first of them. */
  parts: readonly AgreedPart[];
  /** What was stated as added for the card. */
  feeMinor?: number;
  channel: PaymentChannel;
  methodId: string;
  messageId: string | null;
  phone: string;
  plannedChargeId?: string;
}

/** As packages/flows/src/payment/start-payment.ts, within the caller's transaction; the unique index is the look at `live`. */
export function startPayment(ctx: Ctx, order: PaymentOrder): 'started' | 'started-before' | 'refused' {
  const { store } = ctx;
  const { parts, methodId, feeMinor = 0 } = order;
  if (store.payments.has(order.paymentId)) return 'started-before';
  if (isClosed(ctx, methodId)) return 'refused';
  const agreedMinor = parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const decision = decideCharge({
    parts: parts.map((part) => ({
      ...part,
      amountDue: amountDue({ currency: 'USD' }, receivable(ctx, part.invoiceId)),
    })),
    agreed: money(agreedMinor, 'USD'),
    minimumMinor: parts.some(({ isPartial }) => isPartial) ? loadMinimum(ctx, order.invoiceId) : null,
    live: findLive(ctx, parts),
  });
  if (decision.kind === 'refused') return 'refused';
  const fee = order.channel === 'autopay' ? 0 : findCardFee(ctx, agreedMinor, methodId);
  if (fee !== feeMinor) return 'refused';
  insertPayment(ctx, order, feeMinor);
  return 'started';
}

/** Payments of any of the bills that may still move money. */
function findLive(ctx: Ctx, parts: readonly { invoiceId: string }[]): PaymentRow[] {
  if (ctx.mutant === 'no one-live index') return [];
  const looked = ctx.mutant === 'one-live of the first bill' ? parts.slice(0, 1) : parts;
  const isAbout = (invoiceId: string) => looked.some((part) => part.invoiceId === invoiceId);
  return [...ctx.store.payments.values()].filter((payment) => {
    const theirs = ctx.mutant === 'one-live of the first bill' ? payment.parts.slice(0, 1) : payment.parts;
    return LIVE_STATES.includes(payment.state) && theirs.some(({ invoiceId }) => isAbout(invoiceId));
  });
}

/** What is due of a plan is taken, however little it is. */
function loadMinimum(ctx: Ctx, invoiceId: string): number | null {
  const { accountId } = ctx.store.invoices.get(invoiceId) as InvoiceRow;
  const { partMinimumMinor } = ctx.people.rules;
  const next = planOf(ctx, accountId)?.next.amount.minor;
  if (next === undefined) return partMinimumMinor;
  return Math.min(partMinimumMinor ?? next, next);
}

/** As packages/flows/src/payment/find-card-fee.ts. */
export function findCardFee(ctx: Ctx, amountMinor: number, methodId: string): number {
  const { cardFee } = ctx.people.rules;
  const today = new Date(ctx.now()).toISOString().slice(0, 10);
  const facts = {
    amount: money(amountMinor, 'USD'),
    card: faceOf(methodId),
    places: PLACES,
    today,
    isByItself: false,
  };
  const answer = decideCardFee(facts, cardFee);
  return answer.kind === 'fee' ? answer.feeMinor : 0;
}

export function insertPayment(ctx: Ctx, order: PaymentOrder, feeMinor: number): void {
  const { accountId } = ctx.store.invoices.get(order.invoiceId) as InvoiceRow;
  const now = ctx.now();
  ctx.store.insert(ctx.store.payments, order.paymentId, {
    id: order.paymentId,
    accountId,
    invoiceId: order.invoiceId,
    methodId: order.methodId,
    parts: order.parts.map(({ invoiceId, amountMinor }) => ({ invoiceId, amountMinor })),
    amountMinor: order.parts.reduce((sum, part) => sum + part.amountMinor, feeMinor),
    feeMinor,
    channel: order.channel,
    plannedChargeId: order.plannedChargeId ?? null,
    state: 'started',
    declineKind: null,
    vendorId: null,
    returnedAt: null,
    messageId: order.messageId,
    phone: order.phone,
    startedAt: now,
    finishedAt: null,
    asked: 0,
    askAt: now + FIRST_ASK_MS,
  });
  ctx.diary.methods.push({ what: 'charged', methodId: order.methodId });
  ctx.bells.payments.ring();
}

import { decidePlannedCharge } from '@kvitt/domain/autopay/decide-planned-charge';
import { amountDue } from '@kvitt/domain/invoice/amount-due';
import { LIVE_STATES } from '@kvitt/domain/payment/payment';
import { sharePayment } from '@kvitt/domain/payment/share-payment';
import { standPlan } from '@kvitt/domain/plan/stand-plan';
import { type Flow, transaction } from '../kernel/flow.ts';
import type { ChargeRow, PaymentRow } from '../rows.ts';
import type { Ctx } from '../world.ts';
import { sell } from './ask-processor.ts';
import { chargeInvoice } from './charge-invoice.ts';
import { isClosed, isHeld, methodIdOf, receivable } from './load-dialog.ts';
import { insertPayment, startPayment } from './start-payment.ts';

/** As in the flow. */
const WAIT_MS = 10 * 60_000;

/** As packages/flows/src/autopay/charge-due.ts: what stands against it and the intent are one transaction. */
export function* chargeDue(ctx: Ctx): Flow<number> {
  const now = ctx.now();
  const due = yield* transaction(() =>
    [...ctx.store.charges.values()].filter(({ state, chargeAt }) => state === 'queued' && chargeAt <= now),
  );
  for (const { id } of due) yield* chargeOne(ctx, id);
  return due.length;
}

function* chargeOne(ctx: Ctx, id: string): Flow<void> {
  if (ctx.mutant === 'autopay beside PAY') {
    const seen = yield* transaction(() => lookAt(ctx, id));
    if (seen) yield* chargeInvoice(ctx, yield* transaction(() => startUnseen(ctx, seen)));
    return;
  }
  if (ctx.mutant === 'charge before the intent') {
    const seen = yield* transaction(() => lookAt(ctx, id));
    if (!seen) return;
    const methodId = methodIdOf(ctx, seen.charge.accountId);
    yield* sell(ctx, { id: paymentIdOf(seen.charge), amountMinor: seen.part.amountMinor, methodId });
    const paymentId = yield* transaction(() => start(ctx, id));
    if (paymentId !== undefined) yield* transaction(() => noteAsked(ctx, paymentId));
    return;
  }
  const paymentId = yield* transaction(() => start(ctx, id));
  if (paymentId !== undefined) yield* chargeInvoice(ctx, paymentId);
}

interface ToCharge {
  charge: ChargeRow;
  part: { invoiceId: string; amountMinor: number; isPartial: boolean };
}

function start(ctx: Ctx, id: string): string | undefined {
  const seen = lookAt(ctx, id);
  if (!seen) return undefined;
  const { charge, part } = seen;
  const paymentId = take(ctx, charge);
  const answer = startPayment(ctx, { ...orderOf(ctx, charge, paymentId), parts: [part] });
  if (answer !== 'started') throw new Error(`a planned charge was ${answer}`);
  return paymentId;
}

/** What is to be charged now; what speaks against it is noted. */
function lookAt(ctx: Ctx, id: string): ToCharge | undefined {
  const { store } = ctx;
  const charge = store.charges.get(id) as ChargeRow;
  const now = ctx.now();
  if (charge.chargeAt > now) return undefined;
  const live = [...store.payments.values()].filter(
    (payment) =>
      LIVE_STATES.includes(payment.state) &&
      payment.parts.some(({ invoiceId }) => invoiceId === charge.invoiceId),
  );
  const part = dueOf(ctx, charge);
  const decision = decidePlannedCharge({
    state: charge.state,
    plannedFor: charge.dueOn,
    dueOn: charge.dueOn,
    amountDue: amountDue({ currency: 'USD' }, part.amountMinor),
    autopay: store.mandates.get(charge.accountId)?.state ?? 'off',
    hasCard: !isClosed(ctx, methodIdOf(ctx, charge.accountId)),
    notice: { kind: 'charge' },
    isHeld: ctx.mutant !== 'charges what rests' && isHeld(ctx, charge.invoiceId),
    hasPromise: false,
    isInFlight: live.length > 0,
  });
  if (decision.kind === 'wait') store.update(charge, { chargeAt: now + WAIT_MS });
  if (decision.kind === 'end') store.update(charge, { state: decision.state });
  return decision.kind === 'charge' ? { charge, part } : undefined;
}

/** As packages/flows/src/autopay/load-due-parts.ts: all of the bill, or of its plan what is due by that day. */
function dueOf(ctx: Ctx, { accountId, invoiceId, isInstalment, dueOn }: ChargeRow): ToCharge['part'] {
  const balance = receivable(ctx, invoiceId);
  const plan = isInstalment ? ctx.store.plans.get(accountId) : undefined;
  if (!plan) return { invoiceId, amountMinor: balance, isPartial: false };
  const { dueMinor } = standPlan(plan.instalments, balance, dueOn);
  const due = amountDue({ currency: 'USD' }, balance);
  const [part] = sharePayment([{ invoiceId, amountDue: due }], dueMinor);
  return part ?? { invoiceId, amountMinor: 0, isPartial: false };
}

function take(ctx: Ctx, charge: ChargeRow): string {
  ctx.store.update(charge, { state: 'charging', tries: charge.tries + 1 });
  ctx.diary.mandates.push({ what: 'charged', accountId: charge.accountId });
  if (isHeld(ctx, charge.invoiceId)) ctx.diary.restless.push(charge.id);
  return `${charge.id}, try ${charge.tries}`;
}

function paymentIdOf(charge: ChargeRow): string {
  return `${charge.id}, try ${charge.tries + 1}`;
}

function orderOf(ctx: Ctx, { id, accountId, invoiceId }: ChargeRow, paymentId: string) {
  return {
    paymentId,
    invoiceId,
    channel: 'autopay' as const,
    methodId: methodIdOf(ctx, accountId),
    messageId: null,
    phone: ctx.people.primaryPhoneOf(accountId),
    plannedChargeId: id,
  };
}

function startUnseen(ctx: Ctx, { charge, part }: ToCharge): string {
  const paymentId = take(ctx, charge);
  insertPayment(ctx, { ...orderOf(ctx, charge, paymentId), parts: [part] }, 0);
  return paymentId;
}

/** It was asked for already: whoever asks about unknown payments learns what came of it. */
function noteAsked(ctx: Ctx, paymentId: string): void {
  ctx.store.update(ctx.store.payments.get(paymentId) as PaymentRow, { askAt: ctx.now() });
  ctx.bells.payments.ring();
}

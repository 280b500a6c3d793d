import { planRetry } from '@kvitt/domain/payment/plan-retry';
import type { ChargeRow, PaymentRow } from '../rows.ts';
import type { Ctx } from '../world.ts';

/** As packages/flows/src/autopay/note-try.ts, in the transaction that records the payment's outcome. */
export function noteTry(ctx: Ctx, payment: PaymentRow): void {
  if (payment.plannedChargeId === null || payment.state === 'unknown') return;
  const { store } = ctx;
  const charge = store.charges.get(payment.plannedChargeId) as ChargeRow;
  if (payment.state === 'approved') {
    store.update(charge, { state: 'charged' });
    return;
  }
  const tries = [...store.payments.values()]
    .filter((one) => one.plannedChargeId === charge.id)
    .map(({ startedAt }) => new Date(startedAt));
  const plan = planRetry({
    decline: payment.declineKind ?? 'card-refused',
    tries,
    cardTries: tries,
    brand: 'Visa',
    now: new Date(ctx.now()),
    timeZone: 'America/New_York',
    country: 'US',
  });
  if (plan.kind === 'stop') store.update(charge, { state: 'failed' });
  else store.update(charge, { state: 'queued', chargeAt: plan.atMs });
  ctx.bells.charges.ring();
}

/** As packages/db/src/autopay/take-away-charges.ts, in the transaction that pays the bill. */
export function takeAwayCharges(ctx: Ctx, invoiceId: string): void {
  for (const charge of ctx.store.charges.values()) {
    if (charge.invoiceId === invoiceId && charge.state === 'queued' && !charge.isInstalment)
      ctx.store.update(charge, { state: 'paid-before' });
  }
}

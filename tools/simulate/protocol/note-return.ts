import { readAchReturn } from '@kvitt/domain/payment/ach-returns';
import { planAchRetry } from '@kvitt/domain/payment/plan-ach-retry';
import type { ChargeRow, PaymentRow } from '../rows.ts';
import type { Ctx } from '../world.ts';
import { endMandate } from './move-autopay.ts';

/** As packages/flows/src/method/note-return.ts, in the transaction that records the return. */
export function noteReturn(ctx: Ctx, payment: PaymentRow, code: string | null): void {
  const { accountId, methodId } = payment;
  const { consequence } = readAchReturn(code);
  if (consequence === 'authority-over') endMandate(ctx, accountId);
  planAgain(ctx, payment, code);
  if (consequence !== 'other-account' && consequence !== 'authority-over') return;
  const { closedMethods } = ctx.store;
  if (!ctx.store.insert(closedMethods, methodId, { id: methodId, why: code ?? '' })) return;
  ctx.diary.methods.push({ what: 'closed', methodId });
}

function planAgain(ctx: Ctx, { plannedChargeId }: PaymentRow, code: string | null): void {
  if (plannedChargeId === null) return;
  const { store } = ctx;
  const charge = store.charges.get(plannedChargeId) as ChargeRow;
  if (charge.state !== 'charged') return;
  const tries = [...store.payments.values()]
    .filter((one) => one.plannedChargeId === charge.id)
    .map(({ startedAt }) => new Date(startedAt));
  const zone = { timeZone: 'America/New_York', country: 'US' };
  const plan = planAchRetry(code, { tries, cardTries: [], now: new Date(ctx.now()), ...zone });
  if (plan.kind === 'stop') store.update(charge, { state: 'failed' });
  else store.update(charge, { state: 'queued', chargeAt: plan.atMs });
  ctx.bells.charges.ring();
}

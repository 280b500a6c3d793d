import { isPastQuarantine, nextAskInMs, nextLateLookInMs } from '@kvitt/domain/payment/timetable';
import { type Flow, transaction } from '../kernel/flow.ts';
import type { PaymentRow } from '../rows.ts';
import type { SearchAnswer } from '../vendors/gateway.ts';
import { isTaken } from '../vendors/sale.ts';
import type { Ctx } from '../world.ts';
import { searchSales, sell } from './ask-processor.ts';
import { type Learned, recordOutcome } from './record-outcome.ts';
import { takeBack } from './take-back.ts';

/** As in the flow. */
const LEASE_MS = 60_000;
const AT_ONCE = 20;

/** As packages/flows/src/payment/settle-unknown.ts: asks, by our id, what became of payments whose answer was lost. */
export function* settleUnknown(ctx: Ctx): Flow<number> {
  const due = yield* transaction(() => claimPaymentsToAsk(ctx));
  for (const id of due) yield* settle(ctx, id);
  return due.length;
}

/** As packages/db/src/payment/claim-payments-to-ask.ts. */
function claimPaymentsToAsk(ctx: Ctx): string[] {
  const now = ctx.now();
  const due = [...ctx.store.payments.values()]
    .filter(({ askAt }) => askAt !== null && askAt <= now)
    .sort((one, other) => (one.askAt ?? 0) - (other.askAt ?? 0))
    .slice(0, AT_ONCE);
  for (const payment of due) ctx.store.update(payment, { askAt: now + LEASE_MS });
  return due.map(({ id }) => id);
}

function* settle(ctx: Ctx, id: string): Flow<void> {
  const payment = yield* transaction(() => ({ ...(ctx.store.payments.get(id) as PaymentRow) }));
  if (payment.state === 'approved') {
    const isLate = payment.askAt !== null || ctx.mutant === 'takes back what is paid';
    if (isLate) yield* takeBack(ctx, id);
    return;
  }
  const askedAt = ctx.now();
  const answer = yield* searchSales(ctx, id);
  if (payment.state === 'declined') {
    yield* takeBackIfLate(ctx, payment, answer);
    return;
  }
  let learned = readSearch(answer, payment, askedAt);
  if (ctx.mutant === 'no quarantine' && answer.kind === 'found' && answer.sales.length === 0) {
    learned = yield* sell(ctx, payment);
  }
  if (learned.kind !== 'unknown' || payment.state === 'started') {
    yield* recordOutcome(ctx, id, learned);
    return;
  }
  yield* transaction(() => askAgain(ctx, payment));
}

function askAgain(ctx: Ctx, seen: PaymentRow): void {
  const payment = ctx.store.payments.get(seen.id) as PaymentRow;
  const asked = seen.asked + 1;
  if (payment.state === 'unknown')
    ctx.store.update(payment, { asked, askAt: ctx.now() + nextAskInMs(asked) });
}

function* takeBackIfLate(ctx: Ctx, seen: PaymentRow, answer: SearchAnswer): Flow<void> {
  // No look: the lease brings it back.
  if (answer.kind === 'unanswered') return;
  const late = answer.sales.find(isTaken);
  if (late) {
    if (yield* recordOutcome(ctx, seen.id, { kind: 'approved', vendorId: late.id }))
      yield* takeBack(ctx, seen.id);
    return;
  }
  yield* transaction(() => {
    const payment = ctx.store.payments.get(seen.id) as PaymentRow;
    const asked = seen.asked + 1;
    const inMs = nextLateLookInMs(asked);
    if (payment.state === 'declined')
      ctx.store.update(payment, { asked, askAt: inMs === undefined ? null : ctx.now() + inMs });
  });
}

function readSearch(answer: SearchAnswer, payment: PaymentRow, askedAt: number): Learned {
  if (answer.kind === 'unanswered') return { kind: 'unknown' };
  const decided = answer.sales.find(isTaken) ?? answer.sales[0];
  if (decided) return { kind: isTaken(decided) ? 'approved' : 'declined', vendorId: decided.id };
  return isPastQuarantine(new Date(payment.startedAt), new Date(askedAt))
    ? { kind: 'never-arrived' }
    : { kind: 'unknown' };
}

import { claimPaymentsToAsk } from '@kvitt/db/payment/claim-payments-to-ask';
import { Payment } from '@kvitt/db/payment/payment.entity';
import type { Outcome } from '@kvitt/domain/payment/outcome';
import { isPastQuarantine, nextAskInMs, nextLateLookInMs } from '@kvitt/domain/payment/timetable';
import type { SearchAnswer } from '@kvitt/payments/payments-port';
import type { Ctx } from '../kit/context.ts';
import { oneByOne } from '../kit/one-by-one.ts';
import { readSaleOf } from './read-sale-of.ts';
import { recordOutcome } from './record-outcome.ts';
import { takeBack } from './take-back.ts';

/** For how long a process that asks has the payment to itself. */
const LEASE_MS = 60_000;

/**
 * Asks the processor what became of payments whose answer was lost, by our id, and records it. A payment still
 * `started` by now belongs to a process that is gone, so its answer is lost too. "No such sale" is believed only after
 * the quarantine; until then, and where the processor does not answer, the payment stays unknown and keeps its bill from
 * being charged again. A late sale whose money has not been given back yet is given back.
 * @returns how many payments were asked about
 */
export async function settleUnknown(ctx: Ctx): Promise<number> {
  const now = ctx.clock.now();
  const due = await claimPaymentsToAsk(ctx.em.fork(), now, new Date(now.getTime() + LEASE_MS));
  await oneByOne(ctx, due, ({ billerId, id }) => settle(ctx, { billerId, paymentId: id }));
  return due.length;
}

async function settle(ctx: Ctx, key: { billerId: string; paymentId: string }): Promise<void> {
  const em = ctx.em.fork();
  const payment = await em.findOneOrFail(Payment, { billerId: key.billerId, id: key.paymentId });
  if (payment.state === 'approved') {
    // Only one that is marked for it: another may have found this sale in good time since we claimed the payment.
    if (payment.askAt !== null) await takeBack(ctx, key);
    return;
  }
  // What the search shows is how it was when we asked, however long this process stands still before it reads the answer.
  const askedAt = ctx.clock.now();
  const answer = await ctx.payments.searchByPaymentId(key.paymentId);
  if (payment.state === 'declined') {
    await takeBackIfLate(ctx, payment, answer);
    return;
  }
  const outcome = readSearch(answer, payment, askedAt);
  // One that was only ever started is noted as unknown now, which tells the customer that we are checking.
  if (outcome.kind !== 'unknown' || payment.state === 'started') {
    await recordOutcome(ctx, key, outcome);
    return;
  }
  const asked = payment.asked + 1;
  const askAt = new Date(ctx.clock.now().getTime() + nextAskInMs(asked));
  await em.nativeUpdate(
    Payment,
    { billerId: key.billerId, id: key.paymentId, state: 'unknown' },
    { asked, askAt },
  );
}

/**
 * A payment that we took for lost, and told the customer so: a sale that shows up now is not one that they agreed to any
 * more, so it is recorded and taken back.
 */
async function takeBackIfLate(ctx: Ctx, payment: Payment, answer: SearchAnswer): Promise<void> {
  // A look that was not answered is no look: the lease that we have brings the payment back here in a minute.
  if (answer.kind === 'unanswered') return;
  const key = { billerId: payment.billerId, paymentId: payment.id };
  const late = answer.sales.find((sale) => sale.outcome.kind === 'approved');
  if (late) {
    if (await recordOutcome(ctx, key, late.outcome)) await takeBack(ctx, key);
    return;
  }
  const looked = payment.asked + 1;
  const inMs = nextLateLookInMs(looked);
  const askAt = inMs === undefined ? null : new Date(ctx.clock.now().getTime() + inMs);
  await ctx.em
    .fork()
    .nativeUpdate(
      Payment,
      { billerId: payment.billerId, id: payment.id, state: 'declined' },
      { asked: looked, askAt },
    );
}

/** What the processor's list of sales under our id says about the payment. */
function readSearch(answer: SearchAnswer, payment: Payment, askedAt: Date): Outcome {
  if (answer.kind === 'unanswered') return { kind: 'unknown', reason: answer.reason };
  const found = answer.sales.map((sale) => readSaleOf(payment, sale));
  const of = (kind: Outcome['kind']) => found.find((outcome) => outcome.kind === kind);
  // Money that moved outweighs all, and what is open still outweighs a refusal: it may be the one that moves.
  const decided = of('approved') ?? of('unknown') ?? of('declined');
  if (decided) return decided;
  return isPastQuarantine(payment.startedAt, askedAt)
    ? { kind: 'declined', decline: 'never-arrived' }
    : { kind: 'unknown', reason: 'not there yet' };
}

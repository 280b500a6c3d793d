import { Autopay } from '@kvitt/db/autopay/autopay.entity';
import { findLivePayments } from '@kvitt/db/payment/find-live-payments';
import { loadMoneyRules } from '@kvitt/db/payment/load-money-rules';
import { findPlansToLookAt } from '@kvitt/db/plan/find-plans-to-look-at';
import { findRunningPlans, type RunningPlan } from '@kvitt/db/plan/find-running-plans';
import { Instalment } from '@kvitt/db/plan/instalment.entity';
import { PaymentPlan } from '@kvitt/db/plan/payment-plan.entity';
import { judgePlan } from '@kvitt/domain/plan/judge-plan';
import { type PlanStanding, standPlan } from '@kvitt/domain/plan/stand-plan';
import { addDays } from '@kvitt/domain/time/add-days';
import { localDate } from '@kvitt/domain/time/local-date';
import { localInstant } from '@kvitt/domain/time/local-instant';
import { LockMode } from '@mikro-orm/postgresql';
import type { Ctx, TxCtx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { oneByOne } from '../kit/one-by-one.ts';
import { closePlan } from './close-plan.ts';
import { tellInstalment } from './tell-instalment.ts';

/** Plans are looked at from nine in the morning of the customer's own day. */
const LOOK_MINUTE = 540;

/**
 * Looks at the running plans whose time has come, each once a day and at once after a payment: notes the ones that are
 * paid, breaks those of which an instalment was missed and its grace is over, and reminds of what comes due or was missed.
 * Nobody is asked: the ledger says what was paid.
 * @returns how many were looked at
 */
export async function lookAtPlans(ctx: Ctx): Promise<number> {
  const due = await findPlansToLookAt(ctx.em.fork(), ctx.clock.now());
  return oneByOne(ctx, due, (plan) => inTransaction(ctx, (tx) => look(tx, plan)));
}

async function look(tx: TxCtx, { billerId, id }: { billerId: string; id: string }): Promise<void> {
  const row = await tx.em.findOneOrFail(
    PaymentPlan,
    { billerId, id },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const now = tx.clock.now();
  if (row.state !== 'running' || row.lookAt > now) return;
  const [plan] = await findRunningPlans(tx.em, billerId, [row.accountId]);
  if (!plan) return;
  const { timeZone } = plan;
  const today = localDate(now, timeZone);
  row.lookAt = nextLook(now, today, timeZone);
  await tx.em.flush();

  const invoiceIds = plan.bills.map(({ invoiceId }) => invoiceId);
  const live = await findLivePayments(tx.em, billerId, invoiceIds);
  const standing = standPlan(plan.instalments, plan.balanceMinor, today);
  const { graceDays } = plan;
  const judged = judgePlan(standing, { graceDays, isInFlight: live.length > 0, today });
  if (judged.kind !== 'running') {
    await closePlan(tx, row, { as: judged.kind, by: 'rules', missed: standing.missed });
    return;
  }
  if (live.length > 0) return;
  const order = { row, plan, standing, today, breaksOn: judged.breaksOn };
  if (now.getTime() < localInstant(today, LOOK_MINUTE, timeZone)) return;
  await tell(tx, order);
}

function nextLook(now: Date, today: string, timeZone: string): Date {
  const morning = localInstant(today, LOOK_MINUTE, timeZone);
  return new Date(now.getTime() < morning ? morning : localInstant(addDays(today, 1), LOOK_MINUTE, timeZone));
}

interface Look {
  row: PaymentPlan;
  plan: RunningPlan;
  standing: PlanStanding;
  today: string;
  breaksOn: string | undefined;
}

/** Reminds of what was missed, else of what comes next, each instalment once; what is charged by itself is told by autopay. */
async function tell(tx: TxCtx, { row, plan, standing, today, breaksOn }: Look): Promise<void> {
  const { billerId, id: planId, accountId } = row;
  const rows = await tx.em.find(Instalment, { billerId, planId }, { orderBy: { number: 'asc' } });
  const { missed } = standing;
  const late = missed && rows.find(({ number }) => number === missed.number);
  if (missed && late) {
    if (late.missedOn !== null) return;
    const endsOn = breaksOn && addDays(breaksOn, -1);
    const messageId = await tellInstalment(tx, row, plan, {
      template: 'instalment-missed',
      number: missed.number,
      dueOn: missed.dueOn,
      amountMinor: standing.dueMinor,
      today,
      ...(endsOn && { endsOn }),
    });
    await note(tx, late, { missedOn: today, missedMessageId: messageId });
    return;
  }
  const { aheadDays } = (await loadMoneyRules(tx.em, billerId)).autopay;
  const next = standing.instalments.find(({ openMinor }) => openMinor > 0);
  const told = next && rows.find(({ number }) => number === next.number);
  if (!next || !told || told.toldOn !== null || next.dueOn > addDays(today, aheadDays)) return;
  if (await tx.em.findOne(Autopay, { billerId, accountId, state: 'on' })) return;
  const messageId = await tellInstalment(tx, row, plan, {
    template: 'instalment-due',
    number: next.number,
    dueOn: next.dueOn,
    amountMinor: next.openMinor,
    today,
  });
  await note(tx, told, { toldOn: today, toldMessageId: messageId });
}

async function note(tx: TxCtx, row: Instalment, told: Partial<Instalment>): Promise<void> {
  const { billerId, planId, number } = row;
  await tx.em.nativeUpdate(Instalment, { billerId, planId, number }, told);
}

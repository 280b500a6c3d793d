import { PlannedCharge } from '@kvitt/db/autopay/planned-charge.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { Invoice } from '@kvitt/db/invoice/invoice.entity';
import { loadMoneyRules } from '@kvitt/db/payment/load-money-rules';
import { findPlannableBills, type PlannableBill } from '@kvitt/db/plan/find-plannable-bills';
import { Instalment } from '@kvitt/db/plan/instalment.entity';
import { PaymentPlan } from '@kvitt/db/plan/payment-plan.entity';
import { PlanBill } from '@kvitt/db/plan/plan-bill.entity';
import { PromiseToPay } from '@kvitt/db/promise/promise.entity';
import { takeBackReminders } from '@kvitt/db/reminder/take-back-reminders';
import { money } from '@kvitt/domain/money/money';
import type { PlanProposal } from '@kvitt/domain/plan/plan';
import { type PlanRefusal, proposePlan } from '@kvitt/domain/plan/propose-plan';
import { localDate } from '@kvitt/domain/time/local-date';
import { LockMode } from '@mikro-orm/postgresql';
import { planChargesOf } from '../autopay/plan-charges-of.ts';
import { findThread } from '../conversation/find-thread.ts';
import type { TxCtx } from '../kit/context.ts';
import type { PlanOrder } from './plan-order.ts';
import { tellPlanMade } from './tell-plan-made.ts';

/**
 * `running` the account pays by a plan already · `in-flight` a payment of one of the bills is under way · `amount-changed`
 * what is due is no longer what was agreed to · `several-currencies` · or what the biller's rules say.
 */
export type StartPlanRefusal =
  | PlanRefusal
  | 'running'
  | 'in-flight'
  | 'amount-changed'
  | 'several-currencies';

export type StartPlanAnswer =
  | { kind: 'started'; planId: string; plan: PlanProposal }
  | { kind: 'refused'; refusal: StartPlanRefusal };

/**
 * Makes a payment plan about all bills of an account that are open and do not rest, within the caller's transaction, and
 * says so by text. From now on its instalments are what is due: reminders of its bills and their late fees wait, what
 * autopay would have charged on their due dates is taken away, and a promise about them is replaced.
 */
export async function startPlan(tx: TxCtx, order: PlanOrder): Promise<StartPlanAnswer> {
  const { billerId, accountId, planId } = order;
  const account = await tx.em.findOneOrFail(
    Account,
    { billerId, id: accountId },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  const before = await tx.em.findOne(PaymentPlan, { billerId, accountId, state: 'running' });
  if (before && before.id !== planId) return { kind: 'refused', refusal: 'running' };
  const { timeZone } = await tx.em.findOneOrFail(Customer, { billerId, id: account.customerId });
  const bills = before ? [] : await lockBills(tx, { billerId, accountId });
  if (before) return { kind: 'started', planId, plan: await readPlan(tx, before) };

  const decided = await decide(tx, order, bills, timeZone);
  if (decided.kind === 'refused') return decided;
  const { plan } = decided;
  await insertPlan(tx, order, { plan, bills, graceDays: decided.graceDays });
  const invoiceIds = bills.map(({ invoiceId }) => invoiceId);
  await clearTheWay(tx, { billerId, accountId, invoiceIds });
  // Under a mandate its instalments are charged: the next page shows when.
  await planChargesOf(tx, { billerId, accountId });
  await tellPlanMade(tx, order, plan);
  tx.log.info({ planId, parts: plan.instalments.length }, 'a payment plan was made');
  return { kind: 'started', planId, plan };
}

/** Locked in the order of their ids, as whoever pays them does. */
async function lockBills(
  tx: TxCtx,
  of: { billerId: string; accountId: string },
): Promise<readonly PlannableBill[]> {
  const ids = (await findPlannableBills(tx.em, of)).map(({ invoiceId }) => invoiceId);
  await tx.em.find(
    Invoice,
    { billerId: of.billerId, id: { $in: ids } },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  // One that was issued or paid while we waited for a lock is seen now.
  return findPlannableBills(tx.em, of);
}

async function decide(
  tx: TxCtx,
  { billerId, wish, agreed, channel }: PlanOrder,
  bills: readonly PlannableBill[],
  timeZone: string,
): Promise<
  { kind: 'plan'; plan: PlanProposal; graceDays: number } | { kind: 'refused'; refusal: StartPlanRefusal }
> {
  const refused = (refusal: StartPlanRefusal) => ({ kind: 'refused' as const, refusal });
  const [first] = bills;
  if (bills.some(({ currency }) => currency !== first?.currency)) return refused('several-currencies');
  if (bills.some(({ isInFlight }) => isInFlight)) return refused('in-flight');
  const total = bills.reduce((sum, { dueMinor }) => sum + dueMinor, 0);
  const { plan: rules } = await loadMoneyRules(tx.em, billerId);
  const by = channel === 'agent' ? 'agent' : 'customer';
  const today = localDate(tx.clock.now(), timeZone);
  const due = first && money(total, first.currency);
  const answer = proposePlan(wish, due, rules, today, by);
  if (answer.kind === 'refused') return refused(answer.refusal);
  const isAsAgreed = agreed.minor === total && agreed.currency === first?.currency;
  return isAsAgreed ? { ...answer, graceDays: rules.graceDays } : refused('amount-changed');
}

async function insertPlan(
  tx: TxCtx,
  order: PlanOrder,
  made: { plan: PlanProposal; bills: readonly PlannableBill[]; graceDays: number },
): Promise<void> {
  const { billerId, accountId, planId } = order;
  const { plan, bills, graceDays } = made;
  const now = tx.clock.now();
  const thread = await findThread(tx, billerId, accountId);
  await tx.em.insert(PaymentPlan, {
    billerId,
    id: planId,
    accountId,
    totalMinor: plan.totalMinor,
    currency: plan.currency,
    pace: plan.pace,
    graceDays,
    state: 'running',
    channel: order.channel,
    madeBy: order.by,
    messageId: order.message?.id ?? null,
    wordingKey: order.agreedWords?.wordingKey ?? null,
    wording: order.agreedWords?.words ?? null,
    language: order.agreedWords?.language ?? null,
    conversationId: thread?.conversationId ?? null,
    madeAt: now,
    lookAt: now,
    endedAt: null,
    endedBy: null,
  });
  await tx.em.insertMany(
    PlanBill,
    bills.map(({ invoiceId }) => ({ billerId, planId, invoiceId })),
  );
  const untold = { toldOn: null, toldMessageId: null, missedOn: null, missedMessageId: null };
  await tx.em.insertMany(
    Instalment,
    plan.instalments.map((one) => ({ billerId, planId, ...one, ...untold })),
  );
}

/** What was to happen to these bills otherwise. */
async function clearTheWay(
  tx: TxCtx,
  { billerId, accountId, invoiceIds }: { billerId: string; accountId: string; invoiceIds: string[] },
): Promise<void> {
  const now = tx.clock.now();
  await tx.em.nativeUpdate(
    PromiseToPay,
    { billerId, accountId, state: 'open' },
    { state: 'replaced', endedAt: now },
  );
  await tx.em.nativeUpdate(
    PlannedCharge,
    { billerId, invoiceId: { $in: invoiceIds }, state: 'queued', planId: null },
    { state: 'skipped', reason: 'PROMISED', endedAt: now, tellAt: null },
  );
  await takeBackReminders(tx.em, { billerId, invoiceIds });
}

async function readPlan(tx: TxCtx, { billerId, id, totalMinor, currency, pace }: PaymentPlan) {
  const rows = await tx.em.find(Instalment, { billerId, planId: id }, { orderBy: { number: 'asc' } });
  const instalments = rows.map(({ number, dueOn, amountMinor }) => ({ number, dueOn, amountMinor }));
  return { totalMinor, currency, pace, instalments };
}

import { Autopay } from '@kvitt/db/autopay/autopay.entity';
import { findDueCharges } from '@kvitt/db/autopay/find-due-charges';
import { loadNotice } from '@kvitt/db/autopay/load-notice';
import { PlannedCharge } from '@kvitt/db/autopay/planned-charge.entity';
import { findOwner } from '@kvitt/db/customer/find-owner';
import { findLivePayments } from '@kvitt/db/payment/find-live-payments';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import { decideNotice, NOTICE_DAYS, type NoticeDecision } from '@kvitt/domain/autopay/decide-notice';
import { decidePlannedCharge } from '@kvitt/domain/autopay/decide-planned-charge';
import { isFromAccount } from '@kvitt/domain/autopay/is-from-account';
import type { Money } from '@kvitt/domain/money/money';
import { localDate } from '@kvitt/domain/time/local-date';
import { LockMode } from '@mikro-orm/postgresql';
import { findThread } from '../conversation/find-thread.ts';
import type { Ctx, TxCtx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { oneByOne } from '../kit/one-by-one.ts';
import { chargeInvoice } from '../payment/charge-invoice.ts';
import { startPayment } from '../payment/start-payment.ts';
import { type DueParts, loadDueParts } from './load-due-parts.ts';

/** How long a charge waits for another payment of its bill to be over. */
const WAIT_MS = 10 * 60_000;

const DAY_MS = 86_400_000;

/**
 * Charges what is planned and due by now. Each is one payment, whose id comes from the bill, the due date and the number of
 * the try: a round that runs twice names the same one. The intent is committed before the processor is asked, outside any
 * transaction; where the process dies between the two, `settle-unknown` learns what became of it.
 * @returns how many charges were looked at
 */
export async function chargeDue(ctx: Ctx): Promise<number> {
  const due = await findDueCharges(ctx.em.fork(), 'charge', ctx.clock.now());
  return oneByOne(ctx, due, async (charge) => {
    const paymentId = await inTransaction(ctx, (tx) => start(tx, charge));
    if (paymentId !== undefined) await chargeInvoice(ctx, { billerId: charge.billerId, paymentId });
  });
}

/** @returns the payment that was started, for the caller to have charged */
async function start(tx: TxCtx, key: { billerId: string; id: string }): Promise<string | undefined> {
  const { billerId } = key;
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const;
  const planned = await tx.em.findOneOrFail(PlannedCharge, key);
  const { autopayId } = planned;
  // Always in this order: bills, mandate, charge. Whoever pays the bill or ends the mandate meanwhile is waited for.
  const due = await loadDueParts(tx, planned);
  const autopay = await tx.em.findOneOrFail(Autopay, { billerId, id: autopayId }, lock);
  const charge = await tx.em.findOneOrFail(PlannedCharge, key, { ...lock, refresh: true });
  const now = tx.clock.now();
  if (charge.chargeAt > now || charge.autopayId !== autopayId) return undefined;

  const usable = { billerId, id: autopay.methodId, removedAt: null, closedAt: null };
  const method = await tx.em.findOne(PaymentMethod, usable);
  const live = await findLivePayments(tx.em, billerId, due.locked);
  const decision = decidePlannedCharge({
    ...due.standing,
    state: charge.state,
    plannedFor: charge.dueOn,
    amountDue: due.amount,
    autopay: autopay.state,
    hasCard: method !== null,
    isInFlight: live.length > 0,
    notice: await readNotice(tx, charge, method, due.amount),
  });
  switch (decision.kind) {
    case 'leave':
      return undefined;
    case 'wait':
      charge.chargeAt = new Date(decision.untilMs ?? now.getTime() + WAIT_MS);
      break;
    case 'tell-first':
      return tellFirst(tx, charge);
    case 'end':
      charge.state = decision.state;
      charge.reason = decision.state === 'skipped' ? decision.reason : null;
      charge.endedAt = now;
      charge.tellAt = null;
      break;
    case 'charge':
      return startTry(tx, charge, autopay.methodId, due);
  }
  await tx.em.flush();
  return undefined;
}

/** A charge to a card is told as the biller likes; one to an account of another amount ten days before. */
async function readNotice(
  tx: TxCtx,
  { billerId, id: plannedChargeId, autopayId, planId }: PlannedCharge,
  method: PaymentMethod | null,
  { minor: amountMinor, currency }: Money,
): Promise<NoticeDecision> {
  // An instalment's amount and day were agreed to with its plan.
  if (!method || planId || !isFromAccount({ kind: method.kind, funding: method.funding, currency }))
    return { kind: 'charge' };
  const given = await loadNotice(tx.em, { billerId, plannedChargeId, autopayId, amountMinor });
  return decideNotice({ ...given, isFromAccount: true, amountMinor, now: tx.clock.now() });
}

/** Has the customer told now, and looks again when the notice is over; nobody to tell is nobody to charge. */
async function tellFirst(tx: TxCtx, charge: PlannedCharge): Promise<undefined> {
  const now = tx.clock.now();
  if (await findThread(tx, charge.billerId, charge.accountId)) {
    charge.tellAt = now;
    charge.chargeAt = new Date(now.getTime() + (NOTICE_DAYS + 1) * DAY_MS);
    const { timeZone } = await findOwner(tx.em, charge);
    charge.chargeOn = localDate(charge.chargeAt, timeZone);
  } else {
    charge.state = 'skipped';
    charge.reason = 'NO_NOTICE';
    charge.endedAt = now;
    charge.tellAt = null;
  }
  await tx.em.flush();
  return undefined;
}

async function startTry(
  tx: TxCtx,
  charge: PlannedCharge,
  methodId: string,
  { parts, amount }: DueParts,
): Promise<string | undefined> {
  const { billerId, invoiceId, accountId, planId } = charge;
  charge.tries += 1;
  charge.state = 'charging';
  charge.tellAt = null;
  const paymentId = planId
    ? tx.ids.derived(charge.id, `try/${charge.tries}`)
    : tx.ids.derived(invoiceId, `autopay/${charge.dueOn}/${charge.tries}`);
  const thread = await findThread(tx, billerId, accountId);
  await tx.em.flush();
  const answer = await startPayment(tx, {
    billerId,
    paymentId,
    parts,
    agreed: amount,
    channel: 'autopay',
    methodId,
    accountId,
    plannedChargeId: charge.id,
    ...(planId && { planId }),
    ...(thread && { conversationId: thread.conversationId }),
  });
  // All of it was read under the same locks: a refusal here is a fault of ours, and takes the transaction back.
  if (answer.kind !== 'started') throw new Error(`a planned charge was ${answer.kind}`);
  return paymentId;
}

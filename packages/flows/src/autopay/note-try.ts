import { loadTries } from '@kvitt/db/autopay/load-tries';
import { PlannedCharge } from '@kvitt/db/autopay/planned-charge.entity';
import { findOwner } from '@kvitt/db/customer/find-owner';
import { Phone } from '@kvitt/db/customer/phone.entity';
import type { Payment } from '@kvitt/db/payment/payment.entity';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import { countryOfPhone } from '@kvitt/domain/customer/country-of-phone';
import { planRetry, type RetryPlan, WITHDRAWN_CODES } from '@kvitt/domain/payment/plan-retry';
import { localDate } from '@kvitt/domain/time/local-date';
import { LockMode } from '@mikro-orm/postgresql';
import { findThread } from '../conversation/find-thread.ts';
import type { TxCtx } from '../kit/context.ts';
import { lockMandate } from './lock-mandate.ts';
import { moveAutopay } from './move-autopay.ts';

const THIRTY_DAYS_MS = 30 * 86_400_000;

/**
 * Notes what became of a try of a planned charge, in the transaction that records the payment's outcome: it is charged, is
 * tried again later, or has failed. Where the mandate is over, because the card's holder withdrew it at their bank or the
 * customer switched it off while the processor was being asked, it is not tried again.
 * @returns the customer's day of the next try, `YYYY-MM-DD`; undefined where there is none
 */
export async function noteTry(tx: TxCtx, payment: Payment): Promise<string | undefined> {
  const { billerId, plannedChargeId, accountId } = payment;
  if (plannedChargeId === null || plannedChargeId === undefined || payment.state === 'unknown')
    return undefined;
  const isWithdrawn = payment.processorCode !== null && WITHDRAWN_CODES.includes(payment.processorCode ?? '');
  if (isWithdrawn) await moveAutopay(tx, { billerId, accountId, to: 'off', by: 'bank' });
  const isApproved = payment.state === 'approved';
  // Always in this order: mandate, planned charge. What was paid asks nothing of the mandate, and has locked charges already.
  const mandate = isApproved ? undefined : await lockMandate(tx, { billerId, plannedChargeId });
  const charge = await tx.em.findOneOrFail(
    PlannedCharge,
    { billerId, id: plannedChargeId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  const now = tx.clock.now();
  if (isApproved) {
    charge.state = 'charged';
    charge.endedAt = now;
    await tx.em.flush();
    return undefined;
  }
  const { plan, timeZone } = await planNext(tx, payment, plannedChargeId);
  if (plan.kind === 'stop') {
    charge.state = 'failed';
    charge.reason = 'DECLINED';
    charge.endedAt = now;
  } else if (mandate === 'off') {
    charge.state = 'skipped';
    charge.reason = 'AUTOPAY_OFF';
    charge.endedAt = now;
  } else {
    charge.state = 'queued';
    charge.chargeAt = new Date(plan.atMs);
    charge.chargeOn = localDate(charge.chargeAt, timeZone);
  }
  await tx.em.flush();
  return charge.state === 'queued' ? charge.chargeOn : undefined;
}

async function planNext(
  tx: TxCtx,
  payment: Payment,
  plannedChargeId: string,
): Promise<{ plan: RetryPlan; timeZone: string }> {
  const { billerId, accountId } = payment;
  const now = tx.clock.now();
  const methodId = payment.methodId ?? '';
  const method = await tx.em.findOneOrFail(PaymentMethod, { billerId, id: methodId });
  const { timeZone } = await findOwner(tx.em, { billerId, accountId });
  const thread = await findThread(tx, billerId, accountId);
  const phone = thread && (await tx.em.findOneOrFail(Phone, { billerId, id: thread.phoneId }));
  const since = new Date(now.getTime() - THIRTY_DAYS_MS);
  const plan = planRetry({
    decline: payment.declineKind ?? 'card-refused',
    ...(await loadTries(tx.em, { billerId, plannedChargeId, methodId, since })),
    brand: method.brand,
    now,
    timeZone,
    country: (phone && countryOfPhone(phone.e164)) ?? 'US',
  });
  return { plan, timeZone };
}

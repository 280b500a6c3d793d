import { Autopay } from '@kvitt/db/autopay/autopay.entity';
import { loadTries } from '@kvitt/db/autopay/load-tries';
import { PlannedCharge } from '@kvitt/db/autopay/planned-charge.entity';
import { findOwner } from '@kvitt/db/customer/find-owner';
import type { Payment } from '@kvitt/db/payment/payment.entity';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import { readAchReturn } from '@kvitt/domain/payment/ach-returns';
import { planAchRetry } from '@kvitt/domain/payment/plan-ach-retry';
import { localDate } from '@kvitt/domain/time/local-date';
import { LockMode } from '@mikro-orm/postgresql';
import { lockMandate } from '../autopay/lock-mandate.ts';
import { moveAutopay } from '../autopay/move-autopay.ts';
import type { TxCtx } from '../kit/context.ts';
import { openWork } from '../work/open-work.ts';
import { closeMethod } from './close-method.ts';

/**
 * Does what a return of the bank's asks for, in the transaction that records it: an account that is no more,
 * or whose owner took the mandate back, is never debited again; a debit of autopay's that found no money is made again, for
 * the same amount, unless the mandate is over by now; what looks like a mistake of ours is for a person.
 * @returns the customer's day of the next try, `YYYY-MM-DD`; undefined where there is none
 */
export async function noteReturn(tx: TxCtx, payment: Payment): Promise<string | undefined> {
  const { billerId, accountId, methodId } = payment;
  if (!methodId) return undefined;
  const method = await tx.em.findOneOrFail(PaymentMethod, { billerId, id: methodId });
  if (method.kind !== 'bank') return undefined;
  const code = payment.returnCode ?? null;
  const { consequence, says } = readAchReturn(code);
  const words = `${code ?? 'no code'}: ${says}`;
  // Always in this order: mandate, planned charge, method. A charge that begins at this moment locks them so, too.
  if (consequence === 'authority-over') {
    const live = { billerId, accountId, methodId, state: { $ne: 'off' as const } };
    if (await tx.em.findOne(Autopay, live))
      await moveAutopay(tx, { billerId, accountId, to: 'off', by: 'bank' });
  }
  const retryOn = await planAgain(tx, payment, code);
  if (consequence === 'other-account' || consequence === 'authority-over')
    await closeMethod(tx, method, words);
  if (consequence === 'ours') {
    await openWork(tx, {
      billerId,
      kind: 'returned-debit',
      subject: payment.id,
      about: words,
      evidence: { paymentId: payment.id, returnCode: code, amountMinor: payment.amountMinor },
      by: 'bank',
    });
  }
  return retryOn;
}

async function planAgain(tx: TxCtx, payment: Payment, code: string | null): Promise<string | undefined> {
  const { billerId, accountId, plannedChargeId, methodId } = payment;
  if (!plannedChargeId || !methodId) return undefined;
  const mandate = await lockMandate(tx, { billerId, plannedChargeId });
  const charge = await tx.em.findOneOrFail(
    PlannedCharge,
    { billerId, id: plannedChargeId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (charge.state !== 'charged') return undefined;
  const { timeZone } = await findOwner(tx.em, { billerId, accountId });
  const now = tx.clock.now();
  const tries = await loadTries(tx.em, { billerId, plannedChargeId, methodId, since: now });
  const plan = planAchRetry(code, { ...tries, now, timeZone, country: 'US' });
  if (plan.kind === 'stop') {
    charge.state = 'failed';
    charge.reason = 'RETURNED';
    await tx.em.flush();
    return undefined;
  }
  if (mandate === 'off') {
    charge.state = 'skipped';
    charge.reason = 'AUTOPAY_OFF';
    await tx.em.flush();
    return undefined;
  }
  charge.state = 'queued';
  charge.chargeAt = new Date(plan.atMs);
  charge.chargeOn = localDate(charge.chargeAt, timeZone);
  charge.endedAt = null;
  await tx.em.flush();
  return charge.chargeOn;
}

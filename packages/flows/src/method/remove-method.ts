import { Autopay } from '@kvitt/db/autopay/autopay.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { BankMandate } from '@kvitt/db/method/bank-mandate.entity';
import { Payment } from '@kvitt/db/payment/payment.entity';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import { LIVE_STATES } from '@kvitt/domain/payment/payment';
import { LockMode } from '@mikro-orm/postgresql';
import type { TxCtx } from '../kit/context.ts';

/**
 * `not-found` it is none of the account's, or was removed before · `autopay-uses-it` a mandate charges it: another one is
 * made the default one first, or autopay is ended · `in-flight` a payment with it is not over.
 */
export type RemoveRefusal = 'not-found' | 'autopay-uses-it' | 'in-flight';

export type RemoveMethodAnswer = { kind: 'removed' } | { kind: 'refused'; refusal: RemoveRefusal };

/**
 * Removes a way to pay, within the caller's transaction; the processor is told afterwards to delete it (`forgetMethods`). No
 * other one is charged in its place before somebody says so.
 */
export async function removeMethod(
  tx: TxCtx,
  order: { billerId: string; accountId: string; methodId: string; by: string },
): Promise<RemoveMethodAnswer> {
  const { billerId, accountId, methodId, by } = order;
  await tx.em.findOneOrFail(Account, { billerId, id: accountId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const method = await tx.em.findOne(
    PaymentMethod,
    { billerId, accountId, id: methodId, removedAt: null },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (!method) return refused('not-found');
  const mandate = { billerId, accountId, methodId, state: { $ne: 'off' as const } };
  if (await tx.em.findOne(Autopay, mandate)) return refused('autopay-uses-it');
  const live = { billerId, methodId, state: { $in: [...LIVE_STATES] } };
  if (await tx.em.findOne(Payment, live)) return refused('in-flight');
  const now = tx.clock.now();
  method.removedAt = now;
  method.isDefault = false;
  await tx.em.flush();
  await tx.em.nativeUpdate(BankMandate, { billerId, methodId, endedAt: null }, { endedAt: now, endedBy: by });
  tx.log.info({ methodId, by }, 'a way to pay was removed');
  return { kind: 'removed' };
}

function refused(refusal: RemoveRefusal): RemoveMethodAnswer {
  return { kind: 'refused', refusal };
}

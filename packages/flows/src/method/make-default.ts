import { Autopay } from '@kvitt/db/autopay/autopay.entity';
import { Account } from '@kvitt/db/customer/account.entity';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import { methodStanding } from '@kvitt/domain/payment/method-standing';
import { LockMode } from '@mikro-orm/postgresql';
import type { TxCtx } from '../kit/context.ts';

/** `not-found` it is none of the account's, or was removed · `closed`, `expired` nothing can be charged to it. */
export type DefaultRefusal = 'not-found' | 'closed' | 'expired';

export type MakeDefaultAnswer =
  | { kind: 'made'; method: PaymentMethod }
  | { kind: 'refused'; refusal: DefaultRefusal };

/**
 * Makes one of an account's ways to pay the one that PAY and autopay charge, within the caller's transaction. A mandate
 * goes with it: what was agreed to is the saved card or the one that comes in its place.
 */
export async function makeDefault(
  tx: TxCtx,
  order: { billerId: string; accountId: string; methodId: string },
): Promise<MakeDefaultAnswer> {
  const { billerId, accountId, methodId } = order;
  await tx.em.findOneOrFail(Account, { billerId, id: accountId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const method = await tx.em.findOne(
    PaymentMethod,
    { billerId, accountId, id: methodId, removedAt: null },
    { refresh: true },
  );
  if (!method) return { kind: 'refused', refusal: 'not-found' };
  const standing = methodStanding(method, tx.clock.now().toISOString().slice(0, 10));
  if (standing !== 'usable') return { kind: 'refused', refusal: standing };
  // The mandate before the method: a charge that begins at this moment locks them in this order.
  await tx.em.nativeUpdate(Autopay, { billerId, accountId, state: { $ne: 'off' } }, { methodId });
  await tx.em.nativeUpdate(
    PaymentMethod,
    { billerId, accountId, isDefault: true, id: { $ne: methodId } },
    { isDefault: false },
  );
  await tx.em.nativeUpdate(PaymentMethod, { billerId, id: methodId }, { isDefault: true });
  return { kind: 'made', method };
}

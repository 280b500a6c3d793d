import { BankMandate } from '@kvitt/db/method/bank-mandate.entity';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import type { TxCtx } from '../kit/context.ts';

/**
 * Closes a way to pay that its bank, or its owner there, has ended, within the caller's transaction: from now on it is shown,
 * with the reason, and never charged. A bank account's mandate ends with it.
 */
export async function closeMethod(tx: TxCtx, method: PaymentMethod, why: string): Promise<void> {
  const { billerId, id } = method;
  const now = tx.clock.now();
  await tx.em.nativeUpdate(
    PaymentMethod,
    { billerId, id, closedAt: null },
    { closedAt: now, closedWhy: why },
  );
  await tx.em.nativeUpdate(
    BankMandate,
    { billerId, methodId: id, endedAt: null },
    { endedAt: now, endedBy: 'bank', endCode: why },
  );
  tx.log.info({ methodId: id, why }, 'a way to pay was closed by its bank');
}

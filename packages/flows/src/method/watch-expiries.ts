import { findExpiring } from '@kvitt/db/method/find-expiring';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import { expiryOf } from '@kvitt/domain/payment/method-standing';
import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { oneByOne } from '../kit/one-by-one.ts';
import { refreshMethods } from './refresh-methods.ts';
import { tellMethod } from './tell-method.ts';

/** How long before its last day a card's owner is told: a new one takes a bank two weeks, and a reminder one more. */
const AHEAD_MS = 30 * 86_400_000;

/**
 * Looks at the cards that PAY or autopay charge and that end soon: asks the processor first whether the bank has sent a new
 * one already (the account updater), and tells the owners of those that it has not, once for each expiry.
 * @returns how many cards were looked at
 */
export async function watchExpiries(ctx: Ctx): Promise<number> {
  const now = ctx.clock.now();
  const until = new Date(now.getTime() + AHEAD_MS).toISOString().slice(0, 7);
  const expiring = await findExpiring(ctx.em.fork(), { from: now.toISOString().slice(0, 7), until });
  return oneByOne(ctx, expiring, async ({ billerId, id, vaultToken }) => {
    await refreshMethods(ctx, vaultToken, 'changed');
    await inTransaction(ctx, async (tx) => {
      const method = await tx.em.findOneOrFail(PaymentMethod, { billerId, id });
      const { expMonth, expYear } = method;
      if (method.closedAt || !expMonth || !expYear) return;
      const expiry = expiryOf({ expMonth, expYear });
      // Another worker was faster, or the bank has sent a new one.
      if (expiry > until || method.expiryTold === expiry) return;
      await tx.em.nativeUpdate(PaymentMethod, { billerId, id }, { expiryTold: expiry });
      await tellMethod(tx, method, 'card-expiring');
    });
  });
}

import { Payment } from '@kvitt/db/payment/payment.entity';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import { money } from '@kvitt/domain/money/money';
import type { World } from './open-world.ts';

/** What the sandbox matches to make a charge go wrong on its way. */
export const CHARGING = { method: 'POST', path: '/transactions$' };

/** The latest payment of an account, as our rows have it now. */
export async function latestPayment(world: World, accountId: string): Promise<Payment> {
  const payments = await world.ctx.em
    .fork()
    .find(Payment, { accountId }, { orderBy: { startedAt: 'desc' }, limit: 1 });
  if (!payments[0]) throw new Error('the account has no payment');
  return payments[0];
}

/**
 * The request of a payment arrives at the gateway only now: what was cut on our side and wandered through the network,
 * as often as that takes. Nobody on our side hears the answer.
 */
export async function landLate(world: World, payment: Payment): Promise<void> {
  const method = await world.ctx.em.fork().findOneOrFail(PaymentMethod, { id: payment.methodId ?? '' });
  await world.ctx.payments.charge({
    paymentId: payment.id,
    amount: money(payment.amountMinor, payment.currency),
    source: { kind: 'vaulted', token: method.vaultToken },
    initiator: 'customer',
  });
}

import { Account } from '@kvitt/db/customer/account.entity';
import { Customer } from '@kvitt/db/customer/customer.entity';
import { Payment } from '@kvitt/db/payment/payment.entity';
import { PaymentMethod } from '@kvitt/db/payment/payment-method.entity';
import { money } from '@kvitt/domain/money/money';
import type { Outcome } from '@kvitt/domain/payment/outcome';
import type { ChargeOrder } from '@kvitt/payments/payments-port';
import type { Ctx } from '../kit/context.ts';
import { recordOutcome } from './record-outcome.ts';

/**
 * A process that was stopped for longer than this between committing the intent and calling must not call any more: by
 * then others may take the payment for lost. Well below the quarantine, and far above any ordinary pause.
 */
const CALL_WITHIN_MS = 15_000;

/**
 * Charges a payment that `startPayment` has committed: asks the processor, outside any transaction, and records what it
 * says. It is called once per payment, by whoever started it; where that process dies on the way, nobody calls it again,
 * and `settle-unknown` asks the processor what became of it.
 * @param nonce the new card's one-time reference; absent where a stored card is charged
 * @param isAuthenticated its holder has confirmed the payment at their bank; the processor checks that
 */
export async function chargeInvoice(
  ctx: Ctx,
  key: { billerId: string; paymentId: string },
  nonce?: string,
  isAuthenticated = false,
): Promise<Outcome> {
  const { payment, order } = await readOrder(ctx, key, nonce);
  const sinceStartMs = ctx.clock.now().getTime() - payment.startedAt.getTime();
  if (payment.state !== 'started' || sinceStartMs > CALL_WITHIN_MS) {
    return { kind: 'unknown', reason: 'too late to ask for it' };
  }
  const outcome = await ctx.payments.charge({ ...order, ...(isAuthenticated && { isAuthenticated }) });
  await recordOutcome(ctx, key, outcome);
  return outcome;
}

async function readOrder(
  ctx: Ctx,
  key: { billerId: string; paymentId: string },
  nonce: string | undefined,
): Promise<{ payment: Payment; order: ChargeOrder }> {
  const em = ctx.em.fork();
  const { billerId, paymentId } = key;
  const payment = await em.findOneOrFail(Payment, { billerId, id: paymentId });
  const base = {
    paymentId,
    amount: money(payment.amountMinor, payment.currency),
    // One that was started before this was written down is what its channel says.
    initiator: payment.initiator ?? (payment.channel === 'autopay' ? 'recurring' : 'customer'),
  };
  if (nonce === undefined) {
    const method = await em.findOneOrFail(PaymentMethod, { billerId, id: payment.methodId ?? '' });
    return { payment, order: { ...base, source: { kind: 'vaulted', token: method.vaultToken } } };
  }
  const source = { kind: 'nonce' as const, nonce };
  if (!payment.isCardKept) return { payment, order: { ...base, source } };
  const account = await em.findOneOrFail(Account, { billerId, id: payment.accountId });
  const customer = await em.findOneOrFail(Customer, { billerId, id: account.customerId });
  const store = account.vaultCustomerId
    ? { customerId: account.vaultCustomerId }
    : { firstName: customer.firstName, lastName: customer.lastName };
  return { payment, order: { ...base, source, store } };
}

import type { CardFace } from '@kvitt/domain/payment/outcome';
import type { PaymentMethodNonce } from 'braintree';
import type { Failed } from '../payments-port.ts';
import type { BraintreeVendor } from './braintree-vendor.ts';
import { callVendor, explainTurnedAway } from './call-vendor.ts';
import { readCard } from './read-card.ts';

/**
 * Reads what a one-time reference stands for, without using it up. Only a card has what is asked for here: anything else is
 * `not-a-card`.
 */
export async function findNonce(
  vendor: BraintreeVendor,
  nonce: string,
): Promise<{ kind: 'found'; card: CardFace } | { kind: 'not-found' } | Failed> {
  const answer = await callVendor<PaymentMethodNonce>(
    () => vendor.gateway.paymentMethodNonce.find(nonce),
    vendor.timeoutMs,
  );
  if (answer.kind === 'failed') {
    const { type } = answer;
    if (type === 'notFoundError') return { kind: 'not-found' };
    const text = explainTurnedAway(type);
    return { kind: 'failed', reason: text ?? `no answer (${type})`, code: type, retryable: !text };
  }
  const { type, details, binData } = answer.value;
  const card =
    type === 'CreditCard' && details
      ? readCard({
          cardType: details.cardType,
          last4: details.lastFour,
          expirationMonth: details.expirationMonth,
          expirationYear: details.expirationYear,
          debit: binData?.debit,
          prepaid: binData?.prepaid,
        })
      : undefined;
  return card
    ? { kind: 'found', card }
    : { kind: 'failed', reason: 'not a card', code: 'not-a-card', retryable: false };
}

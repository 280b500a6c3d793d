import type { CardFace } from '@kvitt/domain/payment/outcome';
import type { Failed } from '../payments-port.ts';
import type { BraintreeVendor, VendorMethod } from './braintree-vendor.ts';
import { callVendor, explainTurnedAway } from './call-vendor.ts';
import { readMethod } from './read-method.ts';

/** Reads a stored card again, as after the account updater has changed its number or expiry. */
export async function findMethod(
  vendor: BraintreeVendor,
  token: string,
): Promise<{ kind: 'found'; card: CardFace; customerId: string } | { kind: 'not-found' } | Failed> {
  const answer = await callVendor<VendorMethod>(
    () => vendor.gateway.paymentMethod.find(token),
    vendor.timeoutMs,
  );
  if (answer.kind === 'failed') {
    const { type } = answer;
    if (type === 'notFoundError') return { kind: 'not-found' };
    const text = explainTurnedAway(type);
    const retryable = !text || type === 'tooManyRequestsError';
    return { kind: 'failed', reason: text ?? `no answer (${type})`, code: type, retryable };
  }
  const card = readMethod(answer.value);
  const { customerId } = answer.value;
  if (!card || !customerId)
    return { kind: 'failed', reason: 'not a card', code: 'not-a-card', retryable: false };
  return { kind: 'found', card, customerId };
}

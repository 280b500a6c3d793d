import type { CardFace } from '@kvitt/domain/payment/outcome';
import type { Failed } from '../payments-port.ts';
import type { BraintreeVendor, VendorCard, VendorResult } from './braintree-vendor.ts';
import { callVendor } from './call-vendor.ts';
import { readCard } from './read-card.ts';
import { readFailure } from './read-failure.ts';

interface MethodResult extends VendorResult {
  paymentMethod?: VendorCard | undefined;
}

/**
 * Stores a card from a one-time nonce and has the vendor check it with the bank, so that a dead card is known now and
 * not on the day of the charge. The network's word for this is a sale of nothing; no money moves.
 */
export async function createMethod(
  vendor: BraintreeVendor,
  customerId: string,
  nonce: string,
): Promise<{ kind: 'made'; token: string; card: CardFace } | Failed> {
  const answer = await callVendor<MethodResult>(
    () =>
      vendor.gateway.paymentMethod.create({
        customerId,
        paymentMethodNonce: nonce,
        options: { verifyCard: true },
      }),
    vendor.timeoutMs,
  );
  const failure = readFailure(answer);
  if (failure || answer.kind === 'failed')
    return failure ?? { kind: 'failed', reason: answer.kind, retryable: true };
  const method = answer.value.paymentMethod;
  const card = readCard(method);
  if (!method?.token || !card)
    return { kind: 'failed', reason: 'not a card', code: 'not-a-card', retryable: false };
  return { kind: 'made', token: method.token, card };
}

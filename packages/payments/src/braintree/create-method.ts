import type { CardFace } from '@kvitt/domain/payment/outcome';
import type { PaymentMethodCreateRequest } from 'braintree';
import type { Failed } from '../payments-port.ts';
import type { BraintreeVendor, VendorMethod, VendorResult } from './braintree-vendor.ts';
import { callVendor } from './call-vendor.ts';
import { deleteMethod } from './delete-method.ts';
import { readFailure } from './read-failure.ts';
import { readMethod } from './read-method.ts';

interface MethodResult extends VendorResult {
  paymentMethod?: VendorMethod | undefined;
}

/** How each is looked at before it is trusted; the SDK's types know the first only. */
const CHECKS: Readonly<Record<'card' | 'bank', PaymentMethodCreateRequest['options'] & object>> = {
  card: { verifyCard: true },
  bank: { usBankAccountVerificationMethod: 'network_check' } as object,
};

/**
 * Stores a card, a wallet or a bank account from a one-time nonce and has the vendor check it with the bank, so that a dead card is known now and
 * not on the day of the charge. The network's word for this is a sale of nothing; no money moves.
 */
export async function createMethod(
  vendor: BraintreeVendor,
  customerId: string,
  nonce: string,
  what: 'card' | 'bank' = 'card',
): Promise<{ kind: 'made'; token: string; card: CardFace } | Failed> {
  const answer = await callVendor<MethodResult>(
    () =>
      vendor.gateway.paymentMethod.create({ customerId, paymentMethodNonce: nonce, options: CHECKS[what] }),
    vendor.timeoutMs,
  );
  const failure = readFailure(answer);
  if (failure || answer.kind === 'failed')
    return failure ?? { kind: 'failed', reason: answer.kind, retryable: true };
  const method = answer.value.paymentMethod;
  const card = readMethod(method);
  if (!method?.token || !card)
    return { kind: 'failed', reason: 'not a card', code: 'not-a-card', retryable: false };
  // It is in the vault by now, and of no use there: the vendor lets nothing be debited that it could not verify.
  if (card.kind === 'bank' && method.verified !== true) {
    await deleteMethod(vendor, method.token);
    return { kind: 'failed', reason: 'the account did not pass', code: 'not-verified', retryable: false };
  }
  return { kind: 'made', token: method.token, card };
}

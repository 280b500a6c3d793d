import type { Failed } from '../payments-port.ts';
import type { BraintreeVendor } from './braintree-vendor.ts';
import { callVendor } from './call-vendor.ts';
import { readFailure } from './read-failure.ts';

/** Makes an owner for stored cards. The vendor chooses the id; asked twice it makes two, and the empty one is harmless. */
export async function createCustomer(
  vendor: BraintreeVendor,
  customer: { firstName?: string; lastName?: string },
): Promise<{ kind: 'made'; customerId: string } | Failed> {
  const answer = await callVendor(() => vendor.gateway.customer.create({ ...customer }), vendor.timeoutMs);
  const failure = readFailure(answer);
  if (failure || answer.kind === 'failed')
    return failure ?? { kind: 'failed', reason: answer.kind, retryable: true };
  return { kind: 'made', customerId: answer.value.customer.id };
}

import type { Failed } from '../payments-port.ts';
import type { BraintreeVendor } from './braintree-vendor.ts';
import { callVendor } from './call-vendor.ts';
import { readDeletion } from './read-deletion.ts';

/** Takes one card out of the vault. */
export async function deleteMethod(
  vendor: BraintreeVendor,
  token: string,
): Promise<{ kind: 'deleted' | 'not-found' } | Failed> {
  return readDeletion(await callVendor(() => vendor.gateway.paymentMethod.delete(token), vendor.timeoutMs));
}

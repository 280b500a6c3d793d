import type { Failed } from '../payments-port.ts';
import type { BraintreeVendor } from './braintree-vendor.ts';
import { callVendor } from './call-vendor.ts';
import { readDeletion } from './read-deletion.ts';

/** Deletes the owner and every card that is stored under it. */
export async function deleteCustomer(
  vendor: BraintreeVendor,
  customerId: string,
): Promise<{ kind: 'deleted' | 'not-found' } | Failed> {
  return readDeletion(await callVendor(() => vendor.gateway.customer.delete(customerId), vendor.timeoutMs));
}

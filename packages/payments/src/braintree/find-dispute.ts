import type { DisputeAnswer } from '../payments-port.ts';
import type { BraintreeVendor, VendorDispute } from './braintree-vendor.ts';
import { callVendor } from './call-vendor.ts';
import { readDispute } from './read-dispute.ts';

/** One dispute by the vendor's own id. */
export async function findDispute(vendor: BraintreeVendor, vendorId: string): Promise<DisputeAnswer> {
  const answer = await callVendor(() => vendor.gateway.dispute.find(vendorId), vendor.timeoutMs);
  if (answer.kind === 'failed') {
    if (answer.type === 'notFoundError') return { kind: 'not-found' };
    return { kind: 'unanswered', reason: `no answer (${answer.type})` };
  }
  // The SDK's types say that it gives the dispute; it gives an answer that holds it.
  const { dispute } = answer.value as unknown as { dispute?: VendorDispute };
  const record = dispute && readDispute(dispute, vendor.defaultCurrency);
  return record
    ? { kind: 'found', dispute: record }
    : { kind: 'unanswered', reason: 'a record that lacks parts' };
}

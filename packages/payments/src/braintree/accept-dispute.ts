import type { DisputeMove } from '../payments-port.ts';
import type { BraintreeVendor } from './braintree-vendor.ts';
import { moveDispute } from './move-dispute.ts';

/** Gives in: the bank keeps the money. */
export async function acceptDispute(vendor: BraintreeVendor, vendorId: string): Promise<DisputeMove> {
  return moveDispute(vendor, vendorId, 'lost', () => vendor.gateway.dispute.accept(vendorId));
}

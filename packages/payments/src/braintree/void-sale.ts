import type { MoveAnswer } from '../payments-port.ts';
import type { BraintreeVendor } from './braintree-vendor.ts';
import { callVendor } from './call-vendor.ts';
import { readMove } from './read-move.ts';

/** Takes back a sale that is not settling yet; refused with 91504 from then on, when a refund is the way. */
export async function voidSale(vendor: BraintreeVendor, vendorId: string): Promise<MoveAnswer> {
  return readMove(
    await callVendor(() => vendor.gateway.transaction.void(vendorId), vendor.timeoutMs),
    'void',
  );
}

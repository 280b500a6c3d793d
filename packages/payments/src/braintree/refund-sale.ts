import type { Money } from '@kvitt/domain/money/money';
import { toDecimal } from '@kvitt/domain/money/to-decimal';
import type { MoveAnswer } from '../payments-port.ts';
import type { BraintreeVendor } from './braintree-vendor.ts';
import { callVendor } from './call-vendor.ts';
import { readMove } from './read-move.ts';

/**
 * Gives back all or a part of a settled sale. `requestId` is the refund's own order id, so that a lost answer can be
 * looked up, and its request key where the account has keys. `vendorId` of the answer is the refund's.
 */
export async function refundSale(
  vendor: BraintreeVendor,
  vendorId: string,
  amount: Money,
  requestId: string,
): Promise<MoveAnswer> {
  const request = {
    amount: toDecimal(amount),
    orderId: requestId,
    ...(vendor.useRequestKeys && { apiRequestKey: requestId }),
  };
  return readMove(
    await callVendor(() => vendor.gateway.transaction.refund(vendorId, request), vendor.timeoutMs),
    'refund',
  );
}

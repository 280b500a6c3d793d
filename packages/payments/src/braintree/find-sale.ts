import type { FindAnswer } from '../payments-port.ts';
import type { BraintreeVendor } from './braintree-vendor.ts';
import { callVendor } from './call-vendor.ts';
import { readSale } from './read-sale.ts';

/** One sale by the vendor's own id. */
export async function findSale(vendor: BraintreeVendor, vendorId: string): Promise<FindAnswer> {
  const answer = await callVendor(() => vendor.gateway.transaction.find(vendorId), vendor.timeoutMs);
  if (answer.kind === 'failed') {
    if (answer.type === 'notFoundError') return { kind: 'not-found' };
    return { kind: 'unanswered', reason: `no answer (${answer.type})` };
  }
  // A refund is a transaction too, and may carry the order id of its sale: it is no sale, and must not be taken for one.
  if (answer.value.type === 'credit') return { kind: 'not-found' };
  const sale = readSale(answer.value, vendor.defaultCurrency);
  return sale ? { kind: 'found', sale } : { kind: 'unanswered', reason: 'a record without id or amount' };
}

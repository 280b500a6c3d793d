import type { BraintreeVendor, VendorTransaction } from './braintree-vendor.ts';
import { callVendor, type VendorAnswer } from './call-vendor.ts';

/** One order id has one sale and a few refusals of it; beyond this something is badly wrong, and it is no answer. */
const MOST_FOUND = 200;

/**
 * Everything at the vendor with this order id, to the letter: the vendor's own comparison may be more generous.
 * It reads the SDK's stream by events, and under a deadline: where a record vanishes between the list of ids and the
 * reading of them, the stream neither ends nor fails.
 */
export async function searchTransactions(
  vendor: BraintreeVendor,
  orderId: string,
): Promise<VendorAnswer<VendorTransaction[]>> {
  return callVendor(async () => {
    const stream = vendor.gateway.transaction.search((search) => {
      search.orderId().is(orderId);
    });
    const found: VendorTransaction[] = [];
    await new Promise<void>((resolve, reject) => {
      stream.on('data', (transaction: VendorTransaction) => {
        if (found.push(transaction) > MOST_FOUND) reject(new Error('too many'));
      });
      stream.on('end', resolve);
      stream.on('error', reject);
    });
    return found.filter((transaction) => transaction.orderId === orderId);
  }, vendor.timeoutMs);
}

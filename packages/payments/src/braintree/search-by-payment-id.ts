import type { Sale, SearchAnswer } from '../payments-port.ts';
import type { BraintreeVendor } from './braintree-vendor.ts';
import { readSale } from './read-sale.ts';
import { searchTransactions } from './search-transactions.ts';

/** Every sale with our payment id. A record that cannot be read makes the whole search unanswered: it may be the one. */
export async function searchByPaymentId(vendor: BraintreeVendor, paymentId: string): Promise<SearchAnswer> {
  const answer = await searchTransactions(vendor, paymentId);
  if (answer.kind === 'failed') return { kind: 'unanswered', reason: `no answer (${answer.type})` };
  const sales: Sale[] = [];
  for (const transaction of answer.value) {
    // A refund is a transaction too, and may carry the order id of its sale.
    if (transaction.type === 'credit') continue;
    const sale = readSale(transaction, vendor.defaultCurrency);
    if (!sale) return { kind: 'unanswered', reason: 'a record without id or amount' };
    sales.push(sale);
  }
  return { kind: 'found', sales };
}

import type { Refund, RefundSearchAnswer } from '../payments-port.ts';
import type { BraintreeVendor } from './braintree-vendor.ts';
import { readSale } from './read-sale.ts';
import { searchTransactions } from './search-transactions.ts';

/** Every refund that was made with our request id as its order id. */
export async function searchRefunds(vendor: BraintreeVendor, requestId: string): Promise<RefundSearchAnswer> {
  const answer = await searchTransactions(vendor, requestId);
  if (answer.kind === 'failed') return { kind: 'unanswered', reason: `no answer (${answer.type})` };
  const refunds: Refund[] = [];
  for (const transaction of answer.value) {
    if (transaction.type !== 'credit') continue;
    const record = readSale(transaction, vendor.defaultCurrency);
    if (!record) return { kind: 'unanswered', reason: 'a record without id or amount' };
    const { vendorId, amount, status } = record;
    const isDone = status === 'captured' || status === 'settled';
    refunds.push({
      vendorId,
      requestId,
      amount,
      status: isDone ? 'done' : status === 'pending' ? 'pending' : 'refused',
    });
  }
  return { kind: 'found', refunds };
}

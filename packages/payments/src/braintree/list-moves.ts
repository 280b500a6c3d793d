import type { Move, MovesAnswer } from '../payments-port.ts';
import type { BraintreeVendor, VendorTransaction } from './braintree-vendor.ts';
import { callVendor } from './call-vendor.ts';
import { readSale } from './read-sale.ts';

type Search = Parameters<Parameters<BraintreeVendor['gateway']['transaction']['search']>[0]>[0];

/** The vendor's search gives no more than this; at the limit something may be left out, and it is no answer. */
const MOST_FOUND = 50_000;

/** Banks send money back within days; the vendor's search has no field for when they did, so older sales are read too. */
const SENT_BACK_WITHIN_MS = 14 * 86_400_000;

/** A day of a large biller's is many pages: each may take as long as another call. */
const PAGES_ALLOWANCE = 60;

/** Everything that was made or settled in a span, and what came back of the two weeks before it. */
export async function listMoves(
  vendor: BraintreeVendor,
  span: { from: Date; to: Date },
): Promise<MovesAnswer> {
  const { from, to } = span;
  const since = new Date(from.getTime() - SENT_BACK_WITHIN_MS);
  const questions: ((search: Search) => void)[] = [
    (search) => search.createdAt().between(from, to),
    (search) => search.settledAt().between(from, to),
    (search) => {
      search.createdAt().between(since, to);
      search.status().is('settlement_declined');
    },
  ];
  const moves = new Map<string, Move>();
  for (const ask of questions) {
    const answer = await callVendor(() => readAll(vendor, ask), vendor.timeoutMs * PAGES_ALLOWANCE);
    if (answer.kind === 'failed') return { kind: 'unanswered', reason: `no answer (${answer.type})` };
    for (const transaction of answer.value) {
      const move = readMoved(vendor, transaction);
      if (!move) return { kind: 'unanswered', reason: 'a record without id or amount' };
      moves.set(move.vendorId, move);
    }
  }
  return { kind: 'found', moves: [...moves.values()] };
}

function readAll(vendor: BraintreeVendor, ask: (search: Search) => void): Promise<VendorTransaction[]> {
  const stream = vendor.gateway.transaction.search(ask);
  const found: VendorTransaction[] = [];
  return new Promise((resolve, reject) => {
    stream.on('data', (transaction: VendorTransaction) => {
      if (found.push(transaction) >= MOST_FOUND) reject(new Error('too many'));
    });
    stream.on('end', () => resolve(found));
    stream.on('error', reject);
  });
}

function readMoved(vendor: BraintreeVendor, transaction: VendorTransaction): Move | undefined {
  const record = readSale(transaction, vendor.defaultCurrency);
  if (!record) return undefined;
  const { vendorId, paymentId: orderId, amount, status } = record;
  const settled = transaction.statusHistory?.find((event) => event.status === 'settled')?.timestamp;
  return {
    vendorId,
    kind: transaction.type === 'credit' ? 'refund' : 'sale',
    orderId,
    ...(transaction.refundedTransactionId && { refundOf: transaction.refundedTransactionId }),
    amount,
    status,
    ...(settled && { settledAt: new Date(settled) }),
    ...(transaction.merchantAccountId && { account: transaction.merchantAccountId }),
    ...(transaction.settlementBatchId && { batchId: transaction.settlementBatchId }),
  };
}

import type { Currency } from '@kvitt/domain/money/money';
import { fromDecimal } from '@kvitt/domain/money/to-decimal';
import type { Sale } from '../payments-port.ts';
import type { VendorTransaction } from './braintree-vendor.ts';
import { isFromBank, readCurrency, readReturnCode, readTransaction } from './read-outcome.ts';

const STATUSES: Readonly<Record<string, Sale['status']>> = {
  submitted_for_settlement: 'captured',
  settling: 'captured',
  settlement_confirmed: 'captured',
  settled: 'settled',
  processor_declined: 'declined',
  gateway_rejected: 'declined',
  failed: 'declined',
  settlement_declined: 'declined',
  authorization_expired: 'declined',
  voided: 'voided',
};

/** One sale as the vendor has it; undefined where the record has no id or no amount. An unheard-of status is pending. */
export function readSale(transaction: VendorTransaction, fallback: Currency): Sale | undefined {
  const currency = readCurrency(transaction.currencyIsoCode, fallback);
  const amount = currency && fromDecimal(transaction.amount ?? '', currency);
  if (!transaction.id || !amount) return undefined;
  const returnCode = readReturnCode(transaction);
  return {
    vendorId: transaction.id,
    paymentId: transaction.orderId ?? '',
    amount,
    status: readStatus(transaction),
    ...(returnCode && { returnCode }),
    outcome: readTransaction(transaction, amount.currency),
  };
}

/** A bank account's pending one counts as captured: the bank has the order, as a card's has. */
function readStatus(transaction: VendorTransaction): Sale['status'] {
  if (transaction.status === 'settlement_pending' && isFromBank(transaction)) return 'captured';
  return STATUSES[transaction.status ?? ''] ?? 'pending';
}

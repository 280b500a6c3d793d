import type { Currency } from '@kvitt/domain/money/money';
import { fromDecimal } from '@kvitt/domain/money/to-decimal';
import type { DisputeRecord } from '../payments-port.ts';
import type { VendorDispute } from './braintree-vendor.ts';
import { readCurrency } from './read-outcome.ts';

/** One dispute as the vendor has it; undefined where the record lacks what it cannot be understood without. */
export function readDispute(dispute: VendorDispute, fallback: Currency): DisputeRecord | undefined {
  const { id, status, kind, reason, replyByDate, transaction, evidence } = dispute;
  const currency = readCurrency(dispute.currencyIsoCode, fallback);
  const amount = currency && fromDecimal(dispute.amountDisputed ?? dispute.amount ?? '', currency);
  const won = currency && fromDecimal(dispute.amountWon ?? '0', currency);
  const saleId = transaction?.id;
  const given: { comment?: string | null; url?: string | null }[] = Array.isArray(evidence) ? evidence : [];
  if (!id || !status || !amount || !won || !saleId) return undefined;
  return {
    vendorId: id,
    saleId,
    kind: kind ?? 'chargeback',
    reason: reason ?? 'general',
    // The vendor's SDKs spell it in capitals at places.
    status: status.toLowerCase(),
    amount,
    won,
    ...(replyByDate && { replyBy: replyByDate.slice(0, 10) }),
    texts: given.flatMap(({ comment }) => comment ?? []),
    documents: given.filter(({ url }) => url).length,
  };
}

import type { Currency } from '@kvitt/domain/money/money';
import { fromDecimal } from '@kvitt/domain/money/to-decimal';
import type { DisputeNews, WebhookNews } from '../payments-port.ts';
import type { BraintreeVendor, VendorDispute, VendorTransaction } from './braintree-vendor.ts';
import { readCurrency } from './read-outcome.ts';
import { readSale } from './read-sale.ts';

/** What is read of a notification; the SDK's types give every kind a shape of its own, and leave some out. */
interface Notification {
  kind?: string;
  timestamp?: string | Date;
  transaction?: VendorTransaction;
  dispute?: VendorDispute;
  disbursement?: { id?: string };
  revokedPaymentMethodMetadata?: { token?: string };
  accountUpdaterDailyReport?: { reportDate?: string; reportUrl?: string };
}

/**
 * Verifies a webhook with the SDK and reads it. `payload` as it came, its line break included: the signature covers
 * that too. The vendor repeats and reorders its news and gives them no id, so callers dedupe by type, subject and time.
 */
export async function parseWebhook(
  vendor: BraintreeVendor,
  signature: string,
  payload: string,
): Promise<WebhookNews> {
  let notification: Notification;
  try {
    notification = await vendor.gateway.webhookNotification.parse(signature, payload);
  } catch (error) {
    const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined;
    // The SDK verifies before it reads, so every other failure is a signed notice that makes no sense.
    return { kind: type === 'invalidSignatureError' ? 'forged' : 'malformed' };
  }
  const at = new Date(notification.timestamp ?? Number.NaN);
  if (!notification.kind || Number.isNaN(at.getTime())) return { kind: 'malformed' };
  const { transaction, dispute } = notification;
  const sale = transaction && readSale(transaction, vendor.defaultCurrency);
  return {
    kind: 'news',
    type: notification.kind,
    subjectId: readSubject(notification),
    at,
    ...(sale && { sale }),
    ...(dispute && { dispute: readDispute(dispute, vendor.defaultCurrency) }),
  };
}

function readSubject(notification: Notification): string {
  const { transaction, dispute, disbursement, revokedPaymentMethodMetadata, accountUpdaterDailyReport } =
    notification;
  return (
    dispute?.id ??
    transaction?.id ??
    disbursement?.id ??
    revokedPaymentMethodMetadata?.token ??
    accountUpdaterDailyReport?.reportUrl ??
    ''
  );
}

function readDispute(dispute: VendorDispute, fallback: Currency): DisputeNews {
  const currency = readCurrency(dispute.currencyIsoCode, fallback);
  const amount = currency && fromDecimal(dispute.amountDisputed ?? dispute.amount ?? '', currency);
  const saleId = dispute.transaction?.id;
  const replyBy = dispute.replyByDate?.slice(0, 10);
  return {
    ...(saleId && { saleId }),
    ...(amount && { amount }),
    ...(dispute.reason && { reason: dispute.reason }),
    ...(dispute.status && { status: dispute.status }),
    ...(replyBy && { replyBy }),
  };
}

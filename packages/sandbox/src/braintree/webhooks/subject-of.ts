import { writeDispute } from '../disputes/write-dispute.ts';
import { methodElements, writePaymentMethod } from '../payment-methods/write-payment-method.ts';
import type { Gateway } from '../state/gateway.ts';
import { writeSubscription } from '../subscriptions/write-subscription.ts';
import { writeTransaction } from '../transactions/write-transaction.ts';
import { reportUrl } from '../updater/write-report.ts';
import { dayOf, listOf, type XmlObject } from '../wire/write-xml.ts';

/**
 * What a notification of this kind tells about the subject with this id: a transaction, a dispute, a payment method's
 * token, or an id that the notification itself makes up (disbursement, report).
 * @throws Error where the kind is not known here, or nothing with that id exists.
 */
export function subjectOf(gateway: Gateway, kind: string, id: string): XmlObject {
  if (kind === 'check') return { check: true };
  if (kind.startsWith('dispute_')) {
    const dispute = gateway.state.disputes[id];
    if (!dispute) throw new Error(`No dispute ${id}`);
    return { dispute: writeDispute(gateway, dispute) };
  }
  if (kind.startsWith('subscription_')) {
    const subscription = gateway.state.subscriptions[id];
    if (!subscription) throw new Error(`No subscription ${id}`);
    return { subscription: writeSubscription(gateway, subscription) };
  }
  if (kind === 'transaction_reviewed') return { transactionReview: reviewOf(gateway, id) };
  if (kind.startsWith('transaction_') || kind === 'refund_failed')
    return { transaction: transactionOf(gateway, kind, id) };
  if (kind === 'payment_method_revoked_by_customer') {
    const method = gateway.state.paymentMethods[id];
    if (!method) throw new Error(`No payment method ${id}`);
    return { [methodElements[method.instrument.kind]]: writePaymentMethod(gateway, method) };
  }
  if (kind === 'account_updater_daily_report') {
    // The id is a day, or an address of the caller's own.
    const url = /^\d{4}-\d\d-\d\d$/.test(id) ? reportUrl(gateway, id) : id;
    return { accountUpdaterDailyReport: { reportDate: dayOf(gateway.clock.now()), reportUrl: url } };
  }
  if (kind === 'disbursement') return { disbursement: disbursementOf(gateway, id) };
  throw new Error(`Notifications of the kind ${kind} are not emulated`);
}

function transactionOf(gateway: Gateway, kind: string, id: string): XmlObject {
  const transaction = gateway.state.transactions[id];
  if (!transaction) throw new Error(`No transaction ${id}`);
  const shown = writeTransaction(gateway, transaction);
  if (kind !== 'transaction_disbursed') return shown;
  return {
    ...shown,
    disbursementDetails: {
      disbursementDate: dayOf(gateway.clock.now()),
      settlementAmount: transaction.amount,
      settlementCurrencyIsoCode: transaction.currency,
      settlementCurrencyExchangeRate: '1',
      fundsHeld: false,
      success: true,
    },
  };
}

function reviewOf(gateway: Gateway, id: string): XmlObject {
  return {
    transactionId: id,
    decision: 'accept',
    reviewerEmail: 'reviewer@example.com',
    reviewerNote: 'reviewed in the sandbox',
    reviewedTime: new Date(gateway.clock.now()),
  };
}

/** All transactions that were settled, as one payout. */
function disbursementOf(gateway: Gateway, id: string): XmlObject {
  const settled = Object.values(gateway.state.transactions).filter(({ status }) => status === 'settled');
  const sum = settled.reduce((total, one) => total + Number(one.amount) * (one.type === 'sale' ? 1 : -1), 0);
  return {
    id,
    transactionIds: listOf(
      'item',
      settled.map((one) => one.id),
    ),
    success: true,
    retry: false,
    merchantAccount: {
      id: gateway.settings.merchantId,
      currencyIsoCode: 'USD',
      subMerchantAccount: false,
      status: 'active',
    },
    amount: sum.toFixed(2),
    disbursementDate: dayOf(gateway.clock.now()),
    disbursementType: 'credit',
    exceptionMessage: null,
    followUpAction: null,
  };
}

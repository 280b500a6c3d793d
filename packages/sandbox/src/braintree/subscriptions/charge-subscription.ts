import { writeModification } from '../plans/write-plan.ts';
import type { Gateway } from '../state/gateway.ts';
import type { Transaction } from '../state/records.ts';
import { authorize } from '../transactions/authorize.ts';
import { fromVault } from '../transactions/find-source.ts';
import { readCharge } from '../transactions/read-charge.ts';
import { collectErrors } from '../wire/collect-errors.ts';
import { decimal } from '../wire/money.ts';
import type { Params } from '../wire/params.ts';
import { listOf, type XmlObject } from '../wire/write-xml.ts';
import type { Subscription } from './subscription-record.ts';

/**
 * Charges the payment method of a subscription, submitted for settlement, and keeps the transaction whatever came of it.
 * @throws Error where the payment method is gone
 */
export function chargeSubscription(
  gateway: Gateway,
  subscription: Subscription,
  amountCents: number,
): Transaction {
  const method = gateway.state.paymentMethods[subscription.token];
  if (!method) throw new Error(`No payment method ${subscription.token}`);
  const sent: Params = {
    type: 'sale',
    amount: decimal(amountCents),
    merchantAccountId: subscription.merchantAccountId,
    transactionSource: 'recurring',
    options: { submitForSettlement: true },
  };
  const charge = readCharge(gateway, sent, collectErrors());
  if (!charge) throw new Error(`${decimal(amountCents)} cannot be charged`);
  const transaction = authorize(gateway, sent, charge, fromVault(gateway, method, undefined));
  transaction.extra = { ...transaction.extra, ...subscriptionExtra(subscription) };
  gateway.keep(transaction);
  subscription.transactionIds.unshift(transaction.id);
  return transaction;
}

/** What a transaction shows of the subscription that it was made for. */
export function subscriptionExtra(subscription: Subscription): XmlObject {
  const day = (written: string | null) => (written === null ? null : { day: written });
  return {
    planId: subscription.planId,
    subscriptionId: subscription.id,
    subscription: {
      billingPeriodStartDate: day(subscription.billingPeriodStartDate),
      billingPeriodEndDate: day(subscription.billingPeriodEndDate),
    },
    addOns: listOf('add-on', subscription.addOns.map(writeModification)),
    discounts: listOf('discount', subscription.discounts.map(writeModification)),
    descriptor: { ...subscription.descriptor },
  };
}

/** Whether the money was granted. */
export function isGranted({ status }: Transaction): boolean {
  return !['processor_declined', 'gateway_rejected', 'failed'].includes(status);
}

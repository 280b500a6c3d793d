import type { Gateway } from '../state/gateway.ts';
import type { Transaction } from '../state/records.ts';
import type { ValidationErrors } from '../wire/collect-errors.ts';
import { decimal } from '../wire/money.ts';
import { filled, type Params } from '../wire/params.ts';
import { isGranted, subscriptionExtra } from './charge-subscription.ts';
import { announce, setStatus } from './schedule-subscription.ts';
import type { Subscription } from './subscription-record.ts';
import { signedCents } from './write-subscription.ts';

const path = ['transaction'];

/**
 * Checks a sale that is to pay what a subscription owes. Gives back the request with what the subscription says in place of
 * what was not sent: method, amount and account. Adds what is wrong.
 */
export function checkRetry(gateway: Gateway, sent: Params, errors: ValidationErrors): Params {
  const id = filled(sent.subscriptionId);
  if (id === undefined) return sent;
  const subscription = gateway.state.subscriptions[id];
  if (!subscription) {
    errors.add(path, 'subscriptionId', '91528');
    return sent;
  }
  const { token, balance, price, merchantAccountId } = subscription;
  const owner = gateway.state.paymentMethods[token]?.customerId;
  const sentToken = filled(sent.paymentMethodToken);
  if (sentToken && sentToken !== token) errors.add(path, 'base', '91527');
  const sentOwner = filled(sent.customerId);
  if (sentOwner && sentOwner !== owner) errors.add(path, 'base', '91529');
  const account = filled(sent.merchantAccountId);
  if (account && account !== merchantAccountId) errors.add(path, 'base', '915180');
  if (subscription.status !== 'Past Due') errors.add(path, 'base', '91531');
  return {
    ...sent,
    amount: filled(sent.amount) ?? (subscription.status === 'Past Due' ? balance : price),
    paymentMethodToken: token,
    merchantAccountId,
    customerId: undefined,
  };
}

/** Writes onto a subscription what came of paying its debt, and onto the transaction what it was for. */
export function settleDebt(gateway: Gateway, sent: Params, transaction: Transaction): void {
  const subscription = gateway.state.subscriptions[filled(sent.subscriptionId) ?? ''];
  if (!subscription) return;
  transaction.extra = { ...transaction.extra, ...subscriptionExtra(subscription) };
  subscription.transactionIds.unshift(transaction.id);
  if (isGranted(transaction)) payOff(gateway, subscription, transaction);
  else {
    subscription.failureCount += 1;
    announce(gateway, 'subscription_charged_unsuccessfully', subscription);
  }
}

function payOff(gateway: Gateway, subscription: Subscription, transaction: Transaction): void {
  const left = signedCents(subscription.balance) - signedCents(transaction.amount);
  subscription.balance = decimal(Math.max(0, left));
  if (left > 0) return;
  subscription.paidThroughDate = subscription.billingPeriodEndDate;
  setStatus(gateway, subscription, 'Active', 'api');
  announce(gateway, 'subscription_charged_successfully', subscription);
}

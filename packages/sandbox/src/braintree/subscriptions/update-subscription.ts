import type { Act, Call, Gateway } from '../state/gateway.ts';
import type { Transaction } from '../state/records.ts';
import { writeTransaction } from '../transactions/write-transaction.ts';
import { answer, notFound } from '../wire/answer.ts';
import { collectErrors, refuseWith, type ValidationErrors } from '../wire/collect-errors.ts';
import { decimal } from '../wire/money.ts';
import { filled, group, isTrue, type Params } from '../wire/params.ts';
import { chargeSubscription, isGranted } from './charge-subscription.ts';
import { dayAt, daysBetween } from './count-days.ts';
import { findMethod } from './find-method.ts';
import { subscriptionOf } from './find-subscription.ts';
import { checkSubscriptionId, readModifications, readSubscription } from './read-subscription.ts';
import { scheduleSubscription } from './schedule-subscription.ts';
import type { Subscription } from './subscription-record.ts';
import { dueCents, signedCents, writeSubscription } from './write-subscription.ts';

const path = ['subscription'];

/**
 * PUT /subscriptions/:id: a change that makes the running period dearer is charged for its rest at once, unless the request
 * says otherwise (`prorateCharges`); one that makes it cheaper comes off the next bill.
 */
export const updateSubscription: Act = (gateway, call) => {
  const subscription = subscriptionOf(gateway, call);
  if (!subscription) return notFound();
  const sent = group(call.body.subscription);
  const errors = collectErrors();
  const before = structuredClone(subscription);
  const changed = change(gateway, sent, subscription, errors);
  if (!changed) return errors.refuse(call.body);
  Object.assign(subscription, changed);
  const options = group(sent.options);
  const isProrated = options.prorateCharges === undefined || isTrue(options.prorateCharges);
  const transaction = isProrated ? prorate(gateway, subscription, before) : undefined;
  if (transaction && !isGranted(transaction) && isTrue(options.revertSubscriptionOnProrationFailure)) {
    Object.assign(subscription, before, { transactionIds: subscription.transactionIds });
    return declined(gateway, call, subscription, transaction);
  }
  if (transaction && !isGranted(transaction)) {
    subscription.balance = decimal(signedCents(subscription.balance) + signedCents(transaction.amount));
  }
  rename(gateway, before.id, subscription);
  subscription.updatedAt = gateway.clock.now();
  scheduleSubscription(gateway, subscription);
  return answer({ subscription: writeSubscription(gateway, subscription) });
};

function change(
  gateway: Gateway,
  sent: Params,
  subscription: Subscription,
  errors: ValidationErrors,
): Partial<Subscription> | undefined {
  const id = filled(sent.id);
  if (id !== subscription.id) checkSubscriptionId(gateway, id, errors);
  if (subscription.status === 'Canceled') errors.add(path, 'status', '81901');
  if (subscription.status === 'Expired') errors.add(path, 'status', '81910');
  const planId = filled(sent.planId);
  const plan = planId === undefined ? undefined : gateway.state.plans[planId];
  if (planId !== undefined && !plan) errors.add(path, 'planId', '91904');
  if (plan && plan.billingFrequency !== subscription.billingFrequency) errors.add(path, 'planId', '91922');
  if (filled(sent.billingDayOfMonth)) errors.add(path, 'billingDayOfMonth', '91918');
  if (filled(sent.firstBillingDate)) errors.add(path, 'firstBillingDate', '91919');
  const changes = readSubscription(gateway, sent, errors);
  if (subscription.status === 'Past Due' && changes.price !== undefined) errors.add(path, 'base', '91920');
  const isReplaced = isTrue(group(sent.options).replaceAllAddOnsAndDiscounts);
  const modifications = readModifications(
    gateway,
    sent,
    isReplaced ? { addOns: [], discounts: [] } : subscription,
    errors,
  );
  const namesMethod =
    filled(sent.paymentMethodToken) !== undefined || filled(sent.paymentMethodNonce) !== undefined;
  const owner = gateway.state.paymentMethods[subscription.token]?.customerId ?? null;
  const method = namesMethod ? findMethod(gateway, sent, errors, owner) : undefined;
  if (method && method.customerId !== owner) {
    const isNonce = filled(sent.paymentMethodNonce) !== undefined;
    errors.add(path, isNonce ? 'paymentMethodNonce' : 'paymentMethodToken', isNonce ? '91926' : '91905');
  }
  if (!errors.isEmpty()) return undefined;
  return {
    ...changes,
    ...modifications,
    ...(id === undefined ? {} : { id }),
    ...(planId === undefined ? {} : { planId }),
    ...(method ? { token: method.token } : {}),
  };
}

/** Charges, or credits, the difference for what is left of the running period. */
function prorate(
  gateway: Gateway,
  subscription: Subscription,
  before: Subscription,
): Transaction | undefined {
  const { billingPeriodStartDate: start, status } = subscription;
  if (status !== 'Active' || start === null) return undefined;
  const end = subscription.nextBillingDate;
  const whole = daysBetween(start, end);
  const left = Math.max(0, daysBetween(dayAt(gateway.clock.now()), end));
  const difference = Math.round(((dueCents(subscription) - dueCents(before)) * left) / whole);
  if (difference > 0) return chargeSubscription(gateway, subscription, difference);
  if (difference < 0) subscription.balance = decimal(signedCents(subscription.balance) + difference);
  return undefined;
}

function declined(gateway: Gateway, call: Call, subscription: Subscription, transaction: Transaction) {
  return refuseWith(transaction.processor.text ?? 'Processor Declined', call.body, {
    transaction: writeTransaction(gateway, transaction),
    subscription: writeSubscription(gateway, subscription),
  });
}

function rename(gateway: Gateway, oldId: string, subscription: Subscription): void {
  if (oldId === subscription.id) return;
  delete gateway.state.subscriptions[oldId];
  gateway.later(`subscription ${oldId}`, null, () => undefined);
  gateway.state.subscriptions[subscription.id] = subscription;
}

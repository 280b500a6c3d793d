import type { Gateway } from '../state/gateway.ts';
import { decimal } from '../wire/money.ts';
import { chargeSubscription, isGranted } from './charge-subscription.ts';
import { addDays, addMonths, dayAt, startOf } from './count-days.ts';
import type { Modification, Subscription, SubscriptionStatus } from './subscription-record.ts';
import { dueCents, signedCents, writeSubscription } from './write-subscription.ts';

/** Lays the next bill of a subscription on the clock, in place of the one laid before. */
export function scheduleSubscription(gateway: Gateway, subscription: Subscription): void {
  const isOver = subscription.status === 'Canceled' || subscription.status === 'Expired';
  gateway.later(
    `subscription ${subscription.id}`,
    isOver ? null : startOf(subscription.nextBillingDate),
    () => billSubscription(gateway, subscription),
  );
}

/**
 * Bills the period that begins on the next billing date and lays the one after it on the clock. What was still owed goes
 * onto the bill, what was to come off it. A charge that fails leaves the subscription past due, with the debt in its balance.
 */
function billSubscription(gateway: Gateway, subscription: Subscription, source = 'recurring'): void {
  if (subscription.status === 'Canceled' || subscription.status === 'Expired') return;
  const cycles = subscription.numberOfBillingCycles;
  if (cycles !== null && subscription.currentBillingCycle >= cycles) {
    setStatus(gateway, subscription, 'Expired', source);
    announce(gateway, 'subscription_expired', subscription);
    return;
  }
  const wasInTrial = subscription.trialPeriod && subscription.currentBillingCycle === 0;
  beginPeriod(subscription);
  const owed = dueCents(subscription) + signedCents(subscription.balance);
  if (owed <= 0) subscription.balance = decimal(owed);
  if (wasInTrial) announce(gateway, 'subscription_trial_ended', subscription);
  const transaction = owed > 0 ? chargeSubscription(gateway, subscription, owed) : undefined;
  if (transaction && !isGranted(transaction)) {
    fallBehind(gateway, subscription, owed, source);
  } else {
    if (transaction) subscription.balance = '0.00';
    subscription.paidThroughDate = subscription.billingPeriodEndDate;
    const isNew = subscription.currentBillingCycle === 1;
    setStatus(gateway, subscription, 'Active', source);
    if (isNew) announce(gateway, 'subscription_went_active', subscription);
    if (transaction) announce(gateway, 'subscription_charged_successfully', subscription);
  }
  subscription.addOns = onlyCurrent(subscription.addOns);
  subscription.discounts = onlyCurrent(subscription.discounts);
  scheduleSubscription(gateway, subscription);
}

/** Sets the dates of the period that begins on the next billing date. */
export function beginPeriod(subscription: Subscription): void {
  const start = subscription.nextBillingDate;
  subscription.currentBillingCycle += 1;
  subscription.nextBillingDate = addMonths(
    start,
    subscription.billingFrequency,
    subscription.billingDayOfMonth,
  );
  subscription.billingPeriodStartDate = start;
  subscription.billingPeriodEndDate = addDays(subscription.nextBillingDate, -1);
}

/** Notes that `owedCents` were not had. */
export function fallBehind(
  gateway: Gateway,
  subscription: Subscription,
  owedCents: number,
  source: string,
): void {
  subscription.balance = decimal(owedCents);
  subscription.failureCount += 1;
  subscription.pastDueSince ??= dayAt(gateway.clock.now());
  const isNew = subscription.status !== 'Past Due';
  setStatus(gateway, subscription, 'Past Due', source);
  announce(gateway, 'subscription_charged_unsuccessfully', subscription);
  if (isNew) announce(gateway, 'subscription_went_past_due', subscription);
}

export function setStatus(
  gateway: Gateway,
  subscription: Subscription,
  status: SubscriptionStatus,
  source: string,
): void {
  const now = gateway.clock.now();
  subscription.status = status;
  subscription.updatedAt = now;
  if (status === 'Active') {
    subscription.pastDueSince = null;
    subscription.failureCount = 0;
  }
  const { price, balance, planId } = subscription;
  subscription.history.push({ status, at: now, price, balance, source, planId });
}

export function announce(gateway: Gateway, kind: string, subscription: Subscription): void {
  gateway.announce(kind, { subscription: writeSubscription(gateway, subscription) });
}

/** An add-on or a discount that was billed as often as it should be is not billed again. */
function onlyCurrent(modifications: Modification[]): Modification[] {
  return modifications
    .map((one) => ({ ...one, currentBillingCycle: (one.currentBillingCycle ?? 0) + 1 }))
    .filter(
      ({ numberOfBillingCycles, currentBillingCycle }) =>
        numberOfBillingCycles === null || currentBillingCycle < numberOfBillingCycles,
    );
}

import { writeModification } from '../plans/write-plan.ts';
import type { Gateway } from '../state/gateway.ts';
import { writeTransaction } from '../transactions/write-transaction.ts';
import { cents, decimal } from '../wire/money.ts';
import { listOf, type XmlDay, type XmlObject } from '../wire/write-xml.ts';
import { dayAt, daysBetween } from './count-days.ts';
import type { Modification, Subscription } from './subscription-record.ts';

/** A subscription as the gateway shows it, with its charges, newest first. */
export function writeSubscription(gateway: Gateway, subscription: Subscription): XmlObject {
  const due = decimal(dueCents(subscription));
  const owed = Math.max(0, dueCents(subscription) + signedCents(subscription.balance));
  return {
    id: subscription.id,
    planId: subscription.planId,
    paymentMethodToken: subscription.token,
    merchantAccountId: subscription.merchantAccountId,
    price: subscription.price,
    balance: subscription.balance,
    status: subscription.status,
    nextBillAmount: due,
    nextBillingPeriodAmount: decimal(owed),
    billingDayOfMonth: subscription.billingDayOfMonth,
    firstBillingDate: day(subscription.firstBillingDate),
    nextBillingDate: day(subscription.nextBillingDate),
    billingPeriodStartDate: day(subscription.billingPeriodStartDate),
    billingPeriodEndDate: day(subscription.billingPeriodEndDate),
    paidThroughDate: day(subscription.paidThroughDate),
    currentBillingCycle: subscription.currentBillingCycle,
    numberOfBillingCycles: subscription.numberOfBillingCycles,
    neverExpires: subscription.numberOfBillingCycles === null,
    trialPeriod: subscription.trialPeriod,
    trialDuration: subscription.trialDuration,
    trialDurationUnit: subscription.trialDurationUnit,
    failureCount: subscription.failureCount,
    daysPastDue: daysPastDue(gateway, subscription),
    description: subscription.description,
    descriptor: { ...subscription.descriptor },
    addOns: listOf('add-on', subscription.addOns.map(writeModification)),
    discounts: listOf('discount', subscription.discounts.map(writeModification)),
    transactions: listOf(
      'transaction',
      subscription.transactionIds.flatMap((id) => {
        const transaction = gateway.state.transactions[id];
        return transaction ? [writeTransaction(gateway, transaction)] : [];
      }),
    ),
    statusHistory: listOf(
      'status-event',
      subscription.history.toReversed().map((event) => ({
        timestamp: new Date(event.at),
        status: event.status,
        user: 'sandbox',
        subscriptionSource: event.source,
        balance: event.balance,
        price: event.price,
        currencyIsoCode: 'USD',
        planId: event.planId,
      })),
    ),
    createdAt: new Date(subscription.createdAt),
    updatedAt: new Date(subscription.updatedAt),
  };
}

/** What one period costs, in hundredths: the price with all add-ons and without all discounts, never below zero. */
export function dueCents({ price, addOns, discounts }: Subscription): number {
  const sum = (list: Modification[]) =>
    list.reduce((total, { amount, quantity }) => total + (cents(amount) ?? 0) * quantity, 0);
  return Math.max(0, (cents(price) ?? 0) + sum(addOns) - sum(discounts));
}

/** Reads an amount that may be below zero, in hundredths. */
export function signedCents(amount: string): number {
  return amount.startsWith('-') ? -(cents(amount.slice(1)) ?? 0) : (cents(amount) ?? 0);
}

/** For how many days a subscription has been past due, or nothing where it is not. */
export function daysPastDue(gateway: Gateway, { pastDueSince, status }: Subscription): number | null {
  if (status !== 'Past Due' || pastDueSince === null) return null;
  return daysBetween(pastDueSince, dayAt(gateway.clock.now()));
}

function day(written: string | null): XmlDay | null {
  return written === null ? null : { day: written };
}

import type { Act, Gateway } from '../state/gateway.ts';
import type { PaymentMethod } from '../state/records.ts';
import { transactionAnswer } from '../transactions/transaction-answer.ts';
import { answer } from '../wire/answer.ts';
import { collectErrors, type ValidationErrors } from '../wire/collect-errors.ts';
import { decimal } from '../wire/money.ts';
import { filled, group, isTrue, type Params } from '../wire/params.ts';
import { chargeSubscription, isGranted } from './charge-subscription.ts';
import { addDays, addMonths, dayAt, nextDayOfMonth } from './count-days.ts';
import { findMethod } from './find-method.ts';
import {
  checkSubscriptionId,
  readBillingDay,
  readModifications,
  readSubscription,
} from './read-subscription.ts';
import { announce, beginPeriod, scheduleSubscription, setStatus } from './schedule-subscription.ts';
import type { Plan, Subscription } from './subscription-record.ts';
import { dueCents, writeSubscription } from './write-subscription.ts';

/** POST /subscriptions: charged at once unless it begins with a trial or on a later day. */
export const createSubscription: Act = (gateway, call) => {
  const sent = group(call.body.subscription);
  const errors = collectErrors();
  checkSubscriptionId(gateway, filled(sent.id), errors);
  const plan = gateway.state.plans[filled(sent.planId) ?? ''];
  if (!plan) errors.add(['subscription'], 'planId', '91904');
  const method = findMethod(gateway, sent, errors);
  const subscription = method && plan ? read(gateway, sent, plan, method, errors) : undefined;
  if (!subscription || !errors.isEmpty()) return errors.refuse(call.body);

  const today = dayAt(gateway.clock.now());
  if (subscription.firstBillingDate === today) {
    beginPeriod(subscription);
    const due = dueCents(subscription);
    const first = due > 0 ? chargeSubscription(gateway, subscription, due) : undefined;
    if (first && !isGranted(first)) return transactionAnswer(gateway, first, call.body);
    subscription.paidThroughDate = subscription.billingPeriodEndDate;
  }
  const isLater = subscription.firstBillingDate > today && !subscription.trialPeriod;
  gateway.state.subscriptions[subscription.id] = subscription;
  setStatus(gateway, subscription, isLater ? 'Pending' : 'Active', 'api');
  scheduleSubscription(gateway, subscription);
  if (subscription.transactionIds.length) {
    announce(gateway, 'subscription_went_active', subscription);
    announce(gateway, 'subscription_charged_successfully', subscription);
  }
  return answer({ subscription: writeSubscription(gateway, subscription) }, 201);
};

/** The subscription as it begins: what the request does not say is the plan's. */
function read(
  gateway: Gateway,
  sent: Params,
  plan: Plan,
  method: PaymentMethod,
  errors: ValidationErrors,
): Subscription {
  const changes = readSubscription(gateway, sent, errors);
  const days = readBillingDay(gateway, sent, errors);
  const options = group(sent.options);
  const inherits = !isTrue(options.doNotInheritAddOnsOrDiscounts);
  const inherited = {
    addOns: inherits ? plan.addOns.map((one) => ({ ...one, currentBillingCycle: 0 })) : [],
    discounts: inherits ? plan.discounts.map((one) => ({ ...one, currentBillingCycle: 0 })) : [],
  };
  const trialPeriod = changes.trialPeriod ?? (changes.trialDuration !== undefined || plan.trialPeriod);
  const trialDuration = trialPeriod ? (changes.trialDuration ?? plan.trialDuration) : null;
  const trialDurationUnit = trialPeriod ? (changes.trialDurationUnit ?? plan.trialDurationUnit) : null;
  if (trialPeriod && trialDuration === null) errors.add(['subscription'], 'trialDuration', '81908');
  const now = gateway.clock.now();
  const start = firstDay(dayAt(now), {
    trialDuration,
    trialDurationUnit,
    startsNow: isTrue(options.startImmediately),
    dayOfMonth: days.billingDayOfMonth ?? plan.billingDayOfMonth,
    first: days.firstBillingDate,
  });
  return {
    id: filled(sent.id) ?? gateway.newId(6),
    planId: plan.id,
    token: method.token,
    merchantAccountId: changes.merchantAccountId ?? gateway.settings.merchantAccountId,
    price: changes.price ?? plan.price,
    balance: decimal(0),
    status: 'Active',
    billingDayOfMonth: days.billingDayOfMonth ?? plan.billingDayOfMonth ?? Number(start.slice(8)),
    billingFrequency: plan.billingFrequency,
    firstBillingDate: start,
    nextBillingDate: start,
    billingPeriodStartDate: null,
    billingPeriodEndDate: null,
    paidThroughDate: null,
    currentBillingCycle: 0,
    numberOfBillingCycles:
      changes.numberOfBillingCycles === undefined
        ? plan.numberOfBillingCycles
        : changes.numberOfBillingCycles,
    trialPeriod,
    trialDuration,
    trialDurationUnit,
    failureCount: 0,
    pastDueSince: null,
    description: changes.description ?? null,
    descriptor: changes.descriptor ?? { name: null, phone: null, url: null },
    ...readModifications(gateway, sent, inherited, errors),
    transactionIds: [],
    history: [],
    createdAt: now,
    updatedAt: now,
  };
}

interface Beginning {
  trialDuration: number | null;
  trialDurationUnit: string | null;
  startsNow: boolean;
  dayOfMonth: number | null;
  first: string | undefined;
}

/** The day of the first bill: as asked for, after the trial, on the wanted day of a month, or today. */
function firstDay(today: string, wanted: Beginning): string {
  if (wanted.first) return wanted.first;
  if (wanted.trialDuration) {
    return wanted.trialDurationUnit === 'month'
      ? addMonths(today, wanted.trialDuration)
      : addDays(today, wanted.trialDuration);
  }
  if (wanted.startsNow || wanted.dayOfMonth === null) return today;
  return nextDayOfMonth(today, wanted.dayOfMonth);
}

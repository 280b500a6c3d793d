import type { Act, Call, Gateway } from '../state/gateway.ts';
import { answer, notFound } from '../wire/answer.ts';
import { collectErrors } from '../wire/collect-errors.ts';
import { addDays, dayAt } from './count-days.ts';
import { announce, fallBehind, scheduleSubscription, setStatus } from './schedule-subscription.ts';
import type { Subscription } from './subscription-record.ts';
import { dueCents, writeSubscription } from './write-subscription.ts';

/** GET /subscriptions/:id */
export const findSubscription: Act = (gateway, call) => {
  const subscription = subscriptionOf(gateway, call);
  return subscription ? answer({ subscription: writeSubscription(gateway, subscription) }) : notFound();
};

/** PUT /subscriptions/:id/cancel */
export const cancelSubscription: Act = (gateway, call) => {
  const subscription = subscriptionOf(gateway, call);
  if (!subscription) return notFound();
  if (subscription.status === 'Canceled') {
    const errors = collectErrors();
    errors.add(['subscription'], 'status', '81905');
    return errors.refuse(call.body);
  }
  endSubscription(gateway, subscription);
  return answer({ subscription: writeSubscription(gateway, subscription) });
};

/** PUT /subscriptions/:id/make_past_due?days_past_due=n: there only in the vendor's sandbox. */
export const makePastDue: Act = (gateway, call) => {
  const subscription = subscriptionOf(gateway, call);
  if (!subscription) return notFound();
  const days = Number(call.query.get('days_past_due') ?? '1') || 1;
  subscription.pastDueSince = addDays(dayAt(gateway.clock.now()), -days);
  fallBehind(gateway, subscription, dueCents(subscription), 'api');
  return answer({ subscription: writeSubscription(gateway, subscription) });
};

/** Ends a subscription, also one whose payment method is taken out of the vault. */
export function endSubscription(gateway: Gateway, subscription: Subscription): void {
  setStatus(gateway, subscription, 'Canceled', 'api');
  scheduleSubscription(gateway, subscription);
  announce(gateway, 'subscription_canceled', subscription);
}

export function subscriptionOf(gateway: Gateway, call: Call): Subscription | undefined {
  return gateway.state.subscriptions[call.path.id ?? ''];
}

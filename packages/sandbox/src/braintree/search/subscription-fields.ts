import type { Gateway } from '../state/gateway.ts';
import { startOf } from '../subscriptions/count-days.ts';
import type { Subscription } from '../subscriptions/subscription-record.ts';
import { daysPastDue } from '../subscriptions/write-subscription.ts';
import type { SearchFields } from './matches.ts';

/** Everything that subscriptions can be searched by. */
export function subscriptionFields(gateway: Gateway): SearchFields<Subscription> {
  return {
    id: { kind: 'text', of: ({ id }) => [id] },
    ids: { kind: 'many', of: ({ id }) => [id] },
    transactionId: { kind: 'text', of: ({ transactionIds }) => transactionIds },
    planId: { kind: 'text', of: ({ planId }) => [planId] },
    status: { kind: 'many', of: ({ status }) => [status] },
    merchantAccountId: { kind: 'many', of: ({ merchantAccountId }) => [merchantAccountId] },
    inTrialPeriod: {
      kind: 'many',
      of: ({ trialPeriod, currentBillingCycle }) => [String(trialPeriod && currentBillingCycle === 0)],
    },
    price: { kind: 'amount', of: ({ price }) => [price] },
    daysPastDue: { kind: 'amount', of: (one) => [daysPastDue(gateway, one)] },
    billingCyclesRemaining: {
      kind: 'amount',
      of: ({ numberOfBillingCycles: all, currentBillingCycle }) => [
        all === null ? null : all - currentBillingCycle,
      ],
    },
    nextBillingDate: { kind: 'time', of: ({ nextBillingDate }) => [startOf(nextBillingDate)] },
    createdAt: { kind: 'time', of: ({ createdAt }) => [createdAt] },
  };
}

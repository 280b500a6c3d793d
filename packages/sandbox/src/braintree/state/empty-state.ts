import type { State } from './records.ts';

/** A gateway that nothing has happened to yet. */
export function emptyState(): State {
  return {
    made: 0,
    customers: {},
    addresses: {},
    paymentMethods: {},
    nonces: {},
    transactions: {},
    verifications: {},
    bankVerifications: {},
    disputes: {},
    documents: {},
    threeDSecure: {},
    plans: {},
    modifications: {},
    subscriptions: {},
    grants: {},
    accessTokens: {},
    requestKeys: {},
    refusedTokens: {},
    cardUpdates: [],
  };
}

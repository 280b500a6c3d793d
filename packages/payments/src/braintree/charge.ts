import { toDecimal } from '@kvitt/domain/money/to-decimal';
import type { Outcome } from '@kvitt/domain/payment/outcome';
import type { TransactionRequest } from 'braintree';
import type { ChargeOrder } from '../payments-port.ts';
import type { BraintreeVendor } from './braintree-vendor.ts';
import { callVendor } from './call-vendor.ts';
import { readOutcome } from './read-outcome.ts';

/** The SDK's types lag behind its own list of what a sale may hold. */
type SaleRequest = Omit<TransactionRequest, 'transactionSource'> & {
  apiRequestKey?: string;
  transactionSource?: string;
};

/**
 * What the card networks are told about who moves the money. A customer who is there, with a new card or a stored one,
 * is no source at all: naming one would make it a merchant's transaction, with another set of rules and rights.
 */
const SOURCES: Readonly<Record<ChargeOrder['initiator'], string | undefined>> = {
  customer: undefined,
  'recurring-first': 'recurring_first',
  recurring: 'recurring',
  unscheduled: 'unscheduled',
  'installment-first': 'installment_first',
  installment: 'installment',
};

/**
 * Makes one sale, captured at once. Our payment id is its order id, and its request key where the account has keys;
 * both are what a lost answer is looked up by.
 */
export async function charge(vendor: BraintreeVendor, order: ChargeOrder): Promise<Outcome> {
  const { currency } = order.amount;
  const merchantAccountId = vendor.merchantAccounts[currency];
  // The amount goes over the wire as a bare number: in the wrong account, 84.20 kronor would become 84.20 dollars.
  if (!merchantAccountId && currency !== vendor.defaultCurrency) {
    return { kind: 'declined', decline: 'configuration', text: `no merchant account takes ${currency}` };
  }
  const request = makeRequest(order, { merchantAccountId, useRequestKeys: vendor.useRequestKeys });
  // The SDK writes into what it is given; this object is made for the call and seen by nobody else.
  const answer = await callVendor(
    () => vendor.gateway.transaction.sale(request as TransactionRequest),
    vendor.timeoutMs,
  );
  return keepWhatWasStored(readOutcome(answer, currency), order);
}

export function makeRequest(
  order: ChargeOrder,
  account: { merchantAccountId: string | undefined; useRequestKeys: boolean },
): SaleRequest {
  const { source, store } = order;
  const transactionSource = SOURCES[order.initiator];
  return {
    amount: toDecimal(order.amount),
    orderId: order.paymentId,
    ...(source.kind === 'nonce'
      ? { paymentMethodNonce: source.nonce }
      : { paymentMethodToken: source.token }),
    ...(account.merchantAccountId && { merchantAccountId: account.merchantAccountId }),
    ...(account.useRequestKeys && { apiRequestKey: order.paymentId }),
    ...(transactionSource && { transactionSource }),
    ...(store && readOwner(store)),
    options: {
      submitForSettlement: true,
      ...(store && { storeInVaultOnSuccess: true }),
      ...(order.isAuthenticated && { threeDSecure: { required: true } }),
    },
  };
}

/** A card goes to the customer whom the vendor knows, or to a new one; the vendor refuses to be told both. */
function readOwner({
  customerId,
  firstName,
  lastName,
}: NonNullable<ChargeOrder['store']>): Partial<SaleRequest> {
  if (customerId) return { customerId };
  if (!firstName && !lastName) return {};
  return { customer: { ...(firstName && { firstName }), ...(lastName && { lastName }) } };
}

/** The vendor names the token of every card that it has; only a card that this sale was to store is news. */
function keepWhatWasStored(outcome: Outcome, order: ChargeOrder): Outcome {
  if (outcome.kind !== 'approved' || order.store) return outcome;
  const { vaulted: _, ...rest } = outcome;
  return rest;
}

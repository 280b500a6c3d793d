import { newAddress } from '../addresses/new-address.ts';
import { newCustomer } from '../customers/new-customer.ts';
import { vaultInstrument } from '../payment-methods/vault-instrument.ts';
import type { Gateway } from '../state/gateway.ts';
import type { Transaction } from '../state/records.ts';
import { filled, group, isTrue, type Params } from '../wire/params.ts';
import type { Source } from './find-source.ts';
import { writeAddressOf, writeCustomerOf } from './write-transaction.ts';

/**
 * Puts the instrument of a charge into the vault where the request asked for it: `storeInVault` always,
 * `storeInVaultOnSuccess` only when the money was granted. The customer is the one named, or a new one made of what
 * the request says of the buyer.
 */
export function vaultAfterCharge(
  gateway: Gateway,
  sent: Params,
  source: Source,
  transaction: Transaction,
): void {
  const options = group(sent.options);
  const isGranted = !['processor_declined', 'gateway_rejected', 'failed'].includes(transaction.status);
  const mayVault = isTrue(options.storeInVault) || (isTrue(options.storeInVaultOnSuccess) && isGranted);
  if (!mayVault || source.token || source.isOneTime) return;
  const named = filled(sent.customerId) ?? source.nonce?.customerId ?? undefined;
  const existing = named ? gateway.state.customers[named] : undefined;
  const customer =
    existing ?? newCustomer(gateway, group(sent.customer), filled(group(sent.customer).id) ?? named);
  const billing = group(sent.billing);
  const mayKeepBilling = isTrue(options.addBillingAddressToPaymentMethod) && Object.keys(billing).length > 0;
  const billingAddress = mayKeepBilling ? newAddress(gateway, customer.id, transaction.billing) : undefined;
  const method = vaultInstrument(gateway, {
    instrument: source.instrument,
    customerId: customer.id,
    token: filled(group(sent.creditCard).token) ?? source.instrument.wantedToken,
    billingAddressId: billingAddress ? `${customer.id}/${billingAddress.id}` : null,
  });
  transaction.token = method.token;
  transaction.customerId = customer.id;
  transaction.customer = writeCustomerOf(customer.fields, customer.id);
  if (billingAddress) transaction.billing = writeAddressOf(billingAddress.fields, billingAddress.id);
  if (isTrue(options.storeShippingAddressInVault) && Object.keys(group(sent.shipping)).length) {
    const shipping = newAddress(gateway, customer.id, transaction.shipping);
    transaction.shipping = writeAddressOf(shipping.fields, shipping.id);
  }
}

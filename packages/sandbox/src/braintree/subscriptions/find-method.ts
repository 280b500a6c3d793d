import { resolveNonce } from '../payment-methods/resolve-nonce.ts';
import { vaultInstrument } from '../payment-methods/vault-instrument.ts';
import type { Gateway } from '../state/gateway.ts';
import type { PaymentMethod } from '../state/records.ts';
import type { ValidationErrors } from '../wire/collect-errors.ts';
import { filled, type Params } from '../wire/params.ts';

const path = ['subscription'];

/** What cannot be charged again and again. */
const unfit = new Set(['us_bank_account', 'local_payment', 'meta_checkout_card', 'meta_checkout_token']);

/**
 * Finds the vaulted method that a subscription is to be charged to, by token or by nonce; a nonce of the customer `ownerId`
 * that is not in the vault yet goes there. Adds what is wrong.
 */
export function findMethod(
  gateway: Gateway,
  sent: Params,
  errors: ValidationErrors,
  ownerId: string | null = null,
): PaymentMethod | undefined {
  const nonceName = filled(sent.paymentMethodNonce);
  if (nonceName === undefined) {
    const method = gateway.state.paymentMethods[filled(sent.paymentMethodToken) ?? ''];
    if (!method) errors.add(path, 'paymentMethodToken', '91903');
    else if (unfit.has(method.instrument.kind)) errors.add(path, 'paymentMethodToken', '91928');
    return method;
  }
  const found = resolveNonce(gateway, nonceName);
  if (found.kind !== 'good') {
    errors.add(path, 'paymentMethodNonce', '91925');
    return undefined;
  }
  const vaulted = found.token ? gateway.state.paymentMethods[found.token] : undefined;
  if (vaulted) {
    if (found.nonce) found.nonce.consumedAt = gateway.clock.now();
    return vaulted;
  }
  const owner = found.nonce?.customerId ?? ownerId;
  if (found.isOneTime || !found.nonce || owner === null) {
    const isCard = found.instrument.kind === 'credit_card';
    errors.add(path, 'paymentMethodNonce', isCard ? '91927' : '91925');
    return undefined;
  }
  found.nonce.consumedAt = gateway.clock.now();
  return vaultInstrument(gateway, { instrument: found.instrument, customerId: owner });
}

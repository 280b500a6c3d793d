import { newAddress } from '../addresses/new-address.ts';
import { readAddress } from '../addresses/read-address.ts';
import { readCard } from '../cards/read-card.ts';
import type { Act, Call, Gateway } from '../state/gateway.ts';
import type { PaymentMethod } from '../state/records.ts';
import { verificationMethods, verifyBankAccount } from '../us-bank-accounts/verify-bank-account.ts';
import { answer, notFound } from '../wire/answer.ts';
import { collectErrors } from '../wire/collect-errors.ts';
import { filled, group, isGroup, isTrue, type Params } from '../wire/params.ts';
import { methodOf } from './find-payment-method.ts';
import { resolveNonce } from './resolve-nonce.ts';
import { checkToken, type ReadyMethod, readBilling, verifyReady } from './store-card.ts';
import { methodElements, writePaymentMethod } from './write-payment-method.ts';

/** PUT /payment_methods/any/:token */
export const updatePaymentMethod: Act = (gateway, call) => {
  const method = methodOf(gateway, call);
  if (!method) return notFound();
  const element = methodElements[method.instrument.kind];
  return change(gateway, call, method, group(call.body.paymentMethod ?? call.body[element]), element);
};

/** PUT /payment_methods/credit_card/:token */
export const updateCreditCard: Act = (gateway, call) => {
  const method = methodOf(gateway, call, 'credit_card');
  return method ? change(gateway, call, method, group(call.body.creditCard), 'creditCard') : notFound();
};

function change(gateway: Gateway, call: Call, method: PaymentMethod, sent: Params, root: string) {
  const refusal = changeMethod(gateway, call, method, sent, [root]);
  return refusal ?? answer({ [methodElements[method.instrument.kind]]: writePaymentMethod(gateway, method) });
}

/** Changes a vaulted method; gives back the refusal where that may not be, and nothing is changed then. */
export function changeMethod(
  gateway: Gateway,
  call: Call,
  method: PaymentMethod,
  sent: Params,
  path: string[],
) {
  const errors = collectErrors();
  const options = group(sent.options);
  const token = filled(sent.token);
  if (token !== undefined && token !== method.token)
    checkToken(gateway, token, path, errors, method.instrument.kind === 'paypal_account' ? '92906' : '91719');
  const nonce = filled(sent.paymentMethodNonce);
  const resolved = nonce === undefined ? undefined : resolveNonce(gateway, nonce);
  if (resolved && resolved.kind !== 'good') {
    errors.add(path, 'paymentMethodNonce', resolved.kind === 'consumed' ? '91731' : '91732');
  }
  const replaced = resolved?.kind === 'good' ? resolved : undefined;
  const known = replaced?.instrument.card ?? method.instrument.card;
  const card = known ? readCard(sent, path, errors, known) : undefined;
  const isUpdate = isTrue(group(group(sent.billingAddress).options).updateExisting);
  const current = method.billingAddressId ? gateway.state.addresses[method.billingAddressId] : undefined;
  const billing =
    isUpdate && current && isGroup(sent.billingAddress)
      ? {
          billing: readAddress(sent.billingAddress, [...path, 'billingAddress'], errors, current.fields),
          billingAddressId: null,
        }
      : readBilling(gateway, sent, path, errors, method.customerId);
  const verificationMethod = filled(options.usBankAccountVerificationMethod);
  if (verificationMethod && !verificationMethods.has(verificationMethod)) {
    errors.add([...path, 'options'], 'usBankAccountVerificationMethod', '93121');
  }
  if (!errors.isEmpty()) return errors.refuse(call.body);
  const instrument = {
    ...(replaced?.instrument ?? method.instrument),
    ...(card ? { card } : {}),
  };
  const ready: ReadyMethod = { instrument, ...billing, sent, ...(replaced ? { resolved: replaced } : {}) };
  const refusal = verifyReady(gateway, ready, call.body, method.customerId);
  if (refusal) return refusal;
  if (replaced?.nonce) replaced.nonce.consumedAt = gateway.clock.now();
  delete instrument.card?.cvv;
  method.instrument = instrument;
  method.updatedAt = gateway.clock.now();
  keepVerification(gateway, method, ready);
  keepBilling(gateway, method, billing, isUpdate && current !== undefined);
  if (verificationMethod && method.instrument.kind === 'us_bank_account') {
    verifyBankAccount(gateway, method, verificationMethod, filled(options.verificationAddOns) ?? null);
  }
  if (token !== undefined && token !== method.token) rename(gateway, method, token);
  const customer = method.customerId ? gateway.state.customers[method.customerId] : undefined;
  if (customer && isTrue(options.makeDefault)) customer.defaultToken = method.token;
  return undefined;
}

function keepVerification(gateway: Gateway, method: PaymentMethod, ready: ReadyMethod): void {
  if (!ready.verification) return;
  method.verificationIds.push(ready.verification.id);
  const verification = gateway.state.verifications[ready.verification.id];
  if (verification) verification.token = method.token;
}

function keepBilling(
  gateway: Gateway,
  method: PaymentMethod,
  { billing, billingAddressId }: ReturnType<typeof readBilling>,
  isUpdate: boolean,
): void {
  if (billingAddressId) method.billingAddressId = billingAddressId;
  if (!billing || !method.customerId) return;
  const current = method.billingAddressId ? gateway.state.addresses[method.billingAddressId] : undefined;
  if (isUpdate && current) {
    current.fields = billing;
    current.updatedAt = gateway.clock.now();
    return;
  }
  const address = newAddress(gateway, method.customerId, billing);
  method.billingAddressId = `${method.customerId}/${address.id}`;
}

function rename(gateway: Gateway, method: PaymentMethod, token: string): void {
  const { state } = gateway;
  const before = method.token;
  delete state.paymentMethods[before];
  const customer = method.customerId ? state.customers[method.customerId] : undefined;
  if (customer?.defaultToken === method.token) customer.defaultToken = token;
  method.token = token;
  for (const subscription of Object.values(state.subscriptions)) {
    if (subscription.token === before) subscription.token = token;
  }
  state.paymentMethods[token] = method;
}

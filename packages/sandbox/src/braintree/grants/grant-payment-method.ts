import { newNonce, writeNonce } from '../payment-methods/nonces.ts';
import type { Act, Gateway } from '../state/gateway.ts';
import type { PaymentMethod } from '../state/records.ts';
import { answer, notFound } from '../wire/answer.ts';
import { filled, group, isTrue } from '../wire/params.ts';

/** POST /payment_methods/grant: a nonce by which another merchant may charge, or keep, a card of the shared vault. */
export const grantPaymentMethod: Act = (gateway, call) => {
  const sent = group(call.body.paymentMethod);
  const method = sharedMethod(gateway, filled(sent.sharedPaymentMethodToken));
  if (!method) return notFound();
  const nonce = newNonce(gateway, {
    token: null,
    instrument: structuredClone(method.instrument),
    customerId: null,
    isOneTime: !isTrue(sent.allowVaulting),
  });
  const address = method.billingAddressId ? gateway.state.addresses[method.billingAddressId] : undefined;
  const postalCode = isTrue(sent.includeBillingPostalCode) ? address?.fields.postalCode : undefined;
  if (nonce.instrument && postalCode) nonce.instrument.billingAddress = { postalCode };
  nonce.granted = { token: method.token, merchantId: gateway.settings.merchantId };
  if (gateway.settings.appId) nonce.granted.clientId = gateway.settings.appId;
  return answer({ paymentMethodNonce: writeNonce(gateway, nonce, method.instrument) }, 201);
};

/** POST /payment_methods/revoke: every nonce that was granted of the card is worth nothing from here on. */
export const revokePaymentMethod: Act = (gateway, call) => {
  const method = sharedMethod(gateway, filled(group(call.body.paymentMethod).sharedPaymentMethodToken));
  if (!method) return notFound();
  for (const nonce of Object.values(gateway.state.nonces)) {
    if (nonce.granted?.token === method.token) nonce.consumedAt ??= gateway.clock.now();
  }
  return answer({ result: { success: true } }, 201);
};

function sharedMethod(gateway: Gateway, token: string | undefined): PaymentMethod | undefined {
  return gateway.state.paymentMethods[token ?? ''];
}

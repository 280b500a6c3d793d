import type { Act, Call, Gateway } from '../state/gateway.ts';
import type { InstrumentKind, PaymentMethod } from '../state/records.ts';
import { answer, notFound } from '../wire/answer.ts';
import { resolveNonce } from './resolve-nonce.ts';
import { methodElements, writePaymentMethod } from './write-payment-method.ts';

/** GET /payment_methods/any/:token */
export const findPaymentMethod: Act = (gateway, call) => show(gateway, methodOf(gateway, call));

/** GET /payment_methods/credit_card/:token, /us_bank_account/:token … */
export function findOfKind(kind: InstrumentKind): Act {
  return (gateway, call) => show(gateway, methodOf(gateway, call, kind));
}

/** GET /payment_methods/from_nonce/:nonce: the vaulted card that a nonce stands for. */
export const findFromNonce: Act = (gateway, call) => {
  const found = resolveNonce(gateway, call.path.nonce ?? '');
  return show(
    gateway,
    found.kind === 'good' && found.token ? gateway.state.paymentMethods[found.token] : undefined,
  );
};

export function methodOf(gateway: Gateway, call: Call, kind?: InstrumentKind): PaymentMethod | undefined {
  const method = gateway.state.paymentMethods[call.path.token ?? ''];
  return method && (!kind || method.instrument.kind === kind) ? method : undefined;
}

function show(gateway: Gateway, method: PaymentMethod | undefined) {
  if (!method) return notFound();
  return answer({ [methodElements[method.instrument.kind]]: writePaymentMethod(gateway, method) });
}

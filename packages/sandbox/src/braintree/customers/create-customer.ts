import {
  cardNonceCodes,
  methodNonceCodes,
  readMethod,
  storeReady,
  verifyReady,
} from '../payment-methods/store-card.ts';
import type { Act } from '../state/gateway.ts';
import { answer } from '../wire/answer.ts';
import { collectErrors } from '../wire/collect-errors.ts';
import { filled, group, isGroup } from '../wire/params.ts';
import { checkCustomer } from './check-customer.ts';
import { newCustomer } from './new-customer.ts';
import { writeCustomer } from './write-customer.ts';

/** POST /customers, with or without a first card or nonce; all of it is stored or nothing. */
export const createCustomer: Act = (gateway, call) => {
  const sent = group(call.body.customer);
  const errors = collectErrors();
  checkCustomer(gateway, sent, ['customer'], errors, { isNew: true });
  const cardSent = isGroup(sent.creditCard) ? sent.creditCard : undefined;
  const nonce = filled(sent.paymentMethodNonce);
  const wanted =
    nonce === undefined
      ? cardSent
      : { ...cardSent, paymentMethodNonce: nonce, ...(filled(sent.token) ? { token: sent.token } : {}) };
  const ready = wanted
    ? readMethod(
        gateway,
        wanted,
        ['customer', ...(cardSent ? ['creditCard'] : [])],
        errors,
        cardSent ? cardNonceCodes : methodNonceCodes,
        null,
      )
    : undefined;
  if (!errors.isEmpty()) return errors.refuse(call.body);
  if (ready) {
    const refusal = verifyReady(gateway, ready, call.body, null, filled(sent.email) ?? null);
    if (refusal) return refusal;
  }
  const customer = newCustomer(gateway, sent, filled(sent.id));
  if (ready) {
    const method = storeReady(gateway, ready, customer.id);
    for (const id of method.verificationIds) {
      const verification = gateway.state.verifications[id];
      if (verification) verification.customerId = customer.id;
    }
  }
  return answer({ customer: writeCustomer(gateway, customer) }, 201);
};

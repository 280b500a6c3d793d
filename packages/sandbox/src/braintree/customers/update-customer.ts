import {
  cardNonceCodes,
  methodNonceCodes,
  readMethod,
  storeReady,
  verifyReady,
} from '../payment-methods/store-card.ts';
import { changeMethod } from '../payment-methods/update-payment-method.ts';
import type { Act, Answer, Call, Gateway } from '../state/gateway.ts';
import type { Customer } from '../state/records.ts';
import { answer, notFound } from '../wire/answer.ts';
import { collectErrors } from '../wire/collect-errors.ts';
import { filled, group, isGroup, type Params } from '../wire/params.ts';
import { checkCustomer } from './check-customer.ts';
import { customerOf } from './find-customer.ts';
import { changeCustomer } from './new-customer.ts';
import { methodsOf, writeCustomer } from './write-customer.ts';

/** PUT /customers/:id: changes fields, adds a card or a nonce, or changes a card (`updateExistingToken`). */
export const updateCustomer: Act = (gateway, call) => {
  const customer = customerOf(gateway, call);
  if (!customer) return notFound();
  const sent = group(call.body.customer);
  const errors = collectErrors();
  const newId = filled(sent.id);
  checkCustomer(gateway, sent, ['customer'], errors, { isNew: newId !== undefined && newId !== customer.id });
  if (!errors.isEmpty()) return errors.refuse(call.body);
  const refusal = changeCard(gateway, call, customer, sent);
  if (refusal) return refusal;
  changeCustomer(customer, sent);
  const wantedDefault = filled(sent.defaultPaymentMethodToken);
  if (wantedDefault && gateway.state.paymentMethods[wantedDefault]?.customerId === customer.id) {
    customer.defaultToken = wantedDefault;
  }
  customer.updatedAt = gateway.clock.now();
  if (newId !== undefined && newId !== customer.id) rename(gateway, customer, newId);
  return answer({ customer: writeCustomer(gateway, customer) });
};

function changeCard(gateway: Gateway, call: Call, customer: Customer, sent: Params): Answer | undefined {
  const card = isGroup(sent.creditCard) ? sent.creditCard : undefined;
  const nonce = filled(sent.paymentMethodNonce);
  if (!card && nonce === undefined) return undefined;
  const errors = collectErrors();
  const path = ['customer', 'creditCard'];
  const existing = filled(group(card?.options).updateExistingToken);
  if (card && existing !== undefined) {
    const method = gateway.state.paymentMethods[existing];
    if (method?.customerId !== customer.id) {
      errors.add([...path, 'options'], 'updateExistingToken', '91723');
      return errors.refuse(call.body);
    }
    return changeMethod(gateway, call, method, card, path);
  }
  const wanted = nonce === undefined ? (card ?? {}) : { ...card, paymentMethodNonce: nonce };
  const ready = readMethod(
    gateway,
    wanted,
    card ? path : ['customer'],
    errors,
    card ? cardNonceCodes : methodNonceCodes,
    customer.id,
  );
  if (!ready) return errors.refuse(call.body);
  const refusal = verifyReady(gateway, ready, call.body, customer.id);
  if (refusal) return refusal;
  storeReady(gateway, ready, customer.id);
  return undefined;
}

function rename(gateway: Gateway, customer: Customer, id: string): void {
  const { state } = gateway;
  const methods = methodsOf(gateway, customer.id);
  delete state.customers[customer.id];
  for (const [key, address] of Object.entries(state.addresses)) {
    if (address.customerId !== customer.id) continue;
    delete state.addresses[key];
    address.customerId = id;
    state.addresses[`${id}/${address.id}`] = address;
  }
  for (const method of methods) {
    if (method.billingAddressId) method.billingAddressId = `${id}/${method.billingAddressId.split('/')[1]}`;
    method.customerId = id;
  }
  customer.id = id;
  state.customers[id] = customer;
}

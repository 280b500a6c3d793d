import { removeMethod } from '../payment-methods/delete-payment-method.ts';
import type { Act, Call, Gateway } from '../state/gateway.ts';
import type { Customer } from '../state/records.ts';
import { answer, notFound } from '../wire/answer.ts';
import { methodsOf, writeCustomer } from './write-customer.ts';

/** GET /customers/:id */
export const findCustomer: Act = (gateway, call) => {
  const customer = customerOf(gateway, call);
  return customer ? answer({ customer: writeCustomer(gateway, customer) }) : notFound();
};

/** DELETE /customers/:id: with everything that the customer had in the vault. */
export const deleteCustomer: Act = (gateway, call) => {
  const customer = customerOf(gateway, call);
  if (!customer) return notFound();
  for (const method of methodsOf(gateway, customer.id)) removeMethod(gateway, method);
  for (const [key, address] of Object.entries(gateway.state.addresses)) {
    if (address.customerId === customer.id) delete gateway.state.addresses[key];
  }
  delete gateway.state.customers[customer.id];
  return answer();
};

export function customerOf(gateway: Gateway, call: Call): Customer | undefined {
  return gateway.state.customers[call.path.id ?? ''];
}

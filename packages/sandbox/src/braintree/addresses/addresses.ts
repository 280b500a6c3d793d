import type { Act, Call, Gateway } from '../state/gateway.ts';
import type { Address } from '../state/records.ts';
import { answer, notFound } from '../wire/answer.ts';
import { collectErrors } from '../wire/collect-errors.ts';
import { group } from '../wire/params.ts';
import { newAddress } from './new-address.ts';
import { readAddress } from './read-address.ts';
import { writeAddress } from './write-address.ts';

/** The vendor keeps no more than this many addresses for one customer. */
const mostAddresses = 50;

/** POST /customers/:id/addresses */
export const createAddress: Act = (gateway, call) => {
  const customer = gateway.state.customers[call.path.id ?? ''];
  if (!customer) return notFound();
  const errors = collectErrors();
  const fields = readAddress(group(call.body.address), ['address'], errors);
  if (errors.isEmpty() && !Object.values(fields).some(Boolean)) errors.add(['address'], 'base', '81801');
  const kept = Object.values(gateway.state.addresses).filter((address) => address.customerId === customer.id);
  if (kept.length >= mostAddresses) errors.add(['address'], 'base', '91818');
  if (!errors.isEmpty()) return errors.refuse(call.body);
  return answer({ address: writeAddress(newAddress(gateway, customer.id, fields)) }, 201);
};

/** GET /customers/:id/addresses/:addressId */
export const findAddress: Act = (gateway, call) => {
  const address = addressOf(gateway, call);
  return address ? answer({ address: writeAddress(address) }) : notFound();
};

/** PUT /customers/:id/addresses/:addressId */
export const updateAddress: Act = (gateway, call) => {
  const address = addressOf(gateway, call);
  if (!address) return notFound();
  const errors = collectErrors();
  const fields = readAddress(group(call.body.address), ['address'], errors, address.fields);
  if (!errors.isEmpty()) return errors.refuse(call.body);
  address.fields = fields;
  address.updatedAt = gateway.clock.now();
  return answer({ address: writeAddress(address) });
};

/** DELETE /customers/:id/addresses/:addressId */
export const deleteAddress: Act = (gateway, call) => {
  const address = addressOf(gateway, call);
  if (!address) return notFound();
  delete gateway.state.addresses[keyOf(call)];
  return answer();
};

function addressOf(gateway: Gateway, call: Call): Address | undefined {
  return gateway.state.addresses[keyOf(call)];
}

function keyOf(call: Call): string {
  return `${call.path.id}/${call.path.addressId}`;
}

import type { Gateway } from '../state/gateway.ts';
import type { Address, AddressFields } from '../state/records.ts';
import type { XmlObject } from '../wire/write-xml.ts';

/** Adds an address to a customer's. Address ids are short and unique within the customer only. */
export function newAddress(gateway: Gateway, customerId: string, sent: XmlObject | AddressFields): Address {
  const fields: AddressFields = {};
  for (const [name, value] of Object.entries(sent)) {
    if (name !== 'id' && (typeof value === 'string' || value === null)) fields[name] = value;
  }
  const address: Address = {
    id: gateway.newId(4),
    customerId,
    createdAt: gateway.clock.now(),
    updatedAt: gateway.clock.now(),
    fields,
  };
  gateway.state.addresses[`${customerId}/${address.id}`] = address;
  return address;
}

import type { Gateway } from '../state/gateway.ts';
import type { Customer } from '../state/records.ts';
import { group, isGroup, type Params, text } from '../wire/params.ts';

export const customerFields = ['firstName', 'lastName', 'company', 'email', 'phone', 'fax', 'website'];

/** Takes a customer into the books from fields that were found good. */
export function newCustomer(gateway: Gateway, sent: Params, id?: string): Customer {
  const now = gateway.clock.now();
  const customer: Customer = {
    id: id ?? gateway.newNumber(),
    createdAt: now,
    updatedAt: now,
    fields: {},
    internationalPhone: null,
    customFields: {},
    defaultToken: null,
  };
  changeCustomer(customer, sent);
  gateway.state.customers[customer.id] = customer;
  return customer;
}

/** Writes the fields that were sent over those of the customer. */
export function changeCustomer(customer: Customer, sent: Params): void {
  for (const name of customerFields) {
    const value = text(sent[name]);
    if (value !== undefined) customer.fields[name] = value === '' ? null : value;
    else if (sent[name] === null) customer.fields[name] = null;
  }
  if (isGroup(sent.internationalPhone)) {
    customer.internationalPhone = {
      countryCode: text(sent.internationalPhone.countryCode) ?? null,
      nationalNumber: text(sent.internationalPhone.nationalNumber) ?? null,
    };
  }
  for (const [name, value] of Object.entries(group(sent.customFields))) {
    customer.customFields[name] = text(value) ?? '';
  }
}

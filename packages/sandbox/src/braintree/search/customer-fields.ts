import { uniqueNumber } from '../cards/write-card.ts';
import { methodsOf } from '../customers/write-customer.ts';
import type { Gateway } from '../state/gateway.ts';
import type { Customer } from '../state/records.ts';
import type { SearchField, SearchFields } from './matches.ts';

type Field = SearchField<Customer>;

/** Everything that customers can be searched by; their cards and addresses are theirs to be found by. */
export function customerFields(gateway: Gateway): SearchFields<Customer> {
  const own = (name: string): Field => ({ kind: 'text', of: ({ fields }) => [fields[name]] });
  const ofAddress = (name: string): Field => ({
    kind: 'text',
    of: ({ id }) =>
      Object.values(gateway.state.addresses)
        .filter((address) => address.customerId === id)
        .map((address) => address.fields[name]),
  });
  const methods = ({ id }: Customer) => methodsOf(gateway, id);
  const cards = (customer: Customer) => methods(customer).flatMap(({ instrument }) => instrument.card ?? []);
  return {
    id: { kind: 'text', of: ({ id }) => [id] },
    ids: { kind: 'many', of: ({ id }) => [id] },
    createdAt: { kind: 'time', of: ({ createdAt }) => [createdAt] },
    ...Object.fromEntries(
      ['company', 'email', 'fax', 'firstName', 'lastName', 'phone', 'website'].map((name) => [
        name,
        own(name),
      ]),
    ),
    addressCountryName: ofAddress('countryName'),
    addressExtendedAddress: ofAddress('extendedAddress'),
    addressFirstName: ofAddress('firstName'),
    addressLastName: ofAddress('lastName'),
    addressLocality: ofAddress('locality'),
    addressPostalCode: ofAddress('postalCode'),
    addressRegion: ofAddress('region'),
    addressStreetAddress: ofAddress('streetAddress'),
    cardholderName: { kind: 'text', of: (customer) => cards(customer).map((card) => card.cardholderName) },
    creditCardNumber: { kind: 'text', of: (customer) => cards(customer).map((card) => card.number) },
    creditCardExpirationDate: {
      kind: 'text',
      of: (customer) =>
        cards(customer).flatMap((card) => [
          `${card.expirationMonth}/${card.expirationYear}`,
          `${card.expirationMonth}/${card.expirationYear.slice(2)}`,
        ]),
    },
    paymentMethodToken: { kind: 'text', of: (customer) => methods(customer).map(({ token }) => token) },
    paypalAccountEmail: {
      kind: 'text',
      of: (customer) =>
        methods(customer).map(({ instrument }) => instrument.details?.email as string | undefined),
    },
    paymentMethodTokenWithDuplicates: {
      kind: 'text',
      // The tokens of equal cards of other customers find this one too.
      of: (customer) => {
        const numbers = new Set(cards(customer).map((card) => uniqueNumber(card.number)));
        return Object.values(gateway.state.paymentMethods)
          .filter(({ instrument }) => instrument.card && numbers.has(uniqueNumber(instrument.card.number)))
          .map(({ token }) => token);
      },
    },
  };
}

import type { Address, AddressFields } from '../state/records.ts';
import type { XmlObject } from '../wire/write-xml.ts';

const shown = [
  'firstName',
  'lastName',
  'company',
  'streetAddress',
  'extendedAddress',
  'locality',
  'region',
  'postalCode',
  'countryName',
  'countryCodeAlpha2',
  'countryCodeAlpha3',
  'countryCodeNumeric',
  'phoneNumber',
];

/** The fields of an address for an answer; each of them is there, empty ones as nil. */
export function writeAddressFields(fields: AddressFields): XmlObject {
  const written: XmlObject = Object.fromEntries(shown.map((name) => [name, fields[name] ?? null]));
  const countryCode = fields['internationalPhone.countryCode'];
  if (countryCode) {
    written.internationalPhone = {
      countryCode,
      nationalNumber: fields['internationalPhone.nationalNumber'] ?? null,
    };
  }
  return written;
}

/** A kept address. */
export function writeAddress(address: Address): XmlObject {
  return {
    id: address.id,
    customerId: address.customerId,
    ...writeAddressFields(address.fields),
    createdAt: new Date(address.createdAt),
    updatedAt: new Date(address.updatedAt),
  };
}

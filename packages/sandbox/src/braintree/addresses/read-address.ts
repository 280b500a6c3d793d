import type { AddressFields } from '../state/records.ts';
import type { ValidationErrors } from '../wire/collect-errors.ts';
import { group, type Params, text } from '../wire/params.ts';
import { countries } from './countries.ts';

/** Each field of an address with the code for one that is too long (the vendor's limit is 255 characters). */
const tooLongCodes: Readonly<Record<string, string>> = {
  firstName: '81805',
  lastName: '81806',
  company: '81802',
  streetAddress: '81812',
  extendedAddress: '81804',
  locality: '81807',
  region: '81810',
  postalCode: '81809',
  phoneNumber: '81614',
};

/**
 * Reads an address as sent and adds to `errors`, under `path`, what is wrong with it.
 * `known` is the address being changed. The country is completed to all four of its notations.
 */
export function readAddress(
  sent: Params,
  path: string[],
  errors: ValidationErrors,
  known: AddressFields = {},
): AddressFields {
  const fields: AddressFields = { ...known };
  for (const [name, code] of Object.entries(tooLongCodes)) {
    if (sent[name] === null) fields[name] = null;
    const value = text(sent[name]);
    if (value === undefined) continue;
    if (value.length > 255 && name !== 'postalCode') errors.add(path, name, code);
    fields[name] = value;
  }
  readPostalCode(fields.postalCode ?? '', path, errors);
  const phone = group(sent.internationalPhone);
  for (const name of ['countryCode', 'nationalNumber']) {
    const value = text(phone[name]);
    if (value !== undefined) fields[`internationalPhone.${name}`] = value;
  }
  return { ...fields, ...readCountry(sent, path, errors) };
}

function readPostalCode(postalCode: string, path: string[], errors: ValidationErrors): void {
  if (/[^A-Za-z0-9 -]/.test(postalCode)) errors.add(path, 'postalCode', '81813');
  else if (postalCode.replace(/[ -]/g, '').length > 9) errors.add(path, 'postalCode', '81809');
}

function readCountry(sent: Params, path: string[], errors: ValidationErrors): AddressFields {
  const given = (
    [
      ['countryCodeAlpha2', 'alpha2', '91814'],
      ['countryCodeAlpha3', 'alpha3', '91816'],
      ['countryCodeNumeric', 'numeric', '91817'],
      ['countryName', 'name', '91803'],
    ] as const
  ).flatMap(([name, notation, code]) => {
    const value = text(sent[name]);
    const isNamed = (country: (typeof countries)[number]) =>
      country[notation] === value || (notation === 'name' && country.alpha2 === value);
    return value ? [{ name, code, country: countries.find(isNamed) }] : [];
  });
  if (!given.length) return {};
  for (const { name, code, country } of given) if (!country) errors.add(path, name, code);
  const named = given.map(({ country }) => country);
  const [first] = named;
  if (named.every(Boolean) && named.some((country) => country !== first)) errors.add(path, 'base', '91815');
  if (!first) return {};
  return {
    countryCodeAlpha2: first.alpha2,
    countryCodeAlpha3: first.alpha3,
    countryCodeNumeric: first.numeric,
    countryName: first.name,
  };
}

import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** The country (ISO 3166, two letters) that numbers like this one (E.164) are given out in; undefined where there is none. */
export function countryOfPhone(e164: string): string | undefined {
  return parsePhoneNumberFromString(e164)?.country;
}

import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { misread, type Reading, read } from './reading.ts';

/** A country as ISO 3166 names it in two letters, as far as its numbering plan is known. */
export type PhoneCountry = CountryCode;

export interface ReadPhone {
  e164: string;
  /** `unknown` wherever mobile and fixed lines share their numbers, as in the whole of North America. */
  lineType: 'mobile' | 'landline' | 'unknown';
}

/**
 * Reads a phone number as people write it; without a `+` it is one of `country`. It must be possible (its length fits
 * its country), not assigned: numbering plans grow faster than a library is published.
 */
export function readPhone(text: string, country: PhoneCountry): Reading<ReadPhone> {
  const phone = parsePhoneNumberFromString(text, { defaultCountry: country, extract: false });
  // An extension is a desk behind a switchboard: no text arrives there.
  if (!phone?.isPossible() || phone.ext !== undefined) return misread('NOT_A_PHONE', '+14155550123');
  return read({ e164: phone.number, lineType: LINE_TYPES[phone.getType() ?? ''] ?? 'unknown' });
}

export function isPhoneCountry(code: string): code is PhoneCountry {
  return isSupportedCountry(code);
}

const LINE_TYPES: Record<string, ReadPhone['lineType']> = { MOBILE: 'mobile', FIXED_LINE: 'landline' };

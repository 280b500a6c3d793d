import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { AREA_CODE_ZONES, NYC_ZIPS, US_STATES, US_ZONES, type UsZone, ZIP_ZONES } from './us-places.ts';

export interface PlaceEvidence {
  /** E.164, `+12125550100`. */
  phone: string;
  /** Of the address; read as a ZIP code where the address is in the United States. */
  postalCode?: string | undefined;
  /** A state of the United States, by its two letters. */
  region?: string | undefined;
  /** The customer's own word: an IANA zone. It adds a zone, and takes none away. */
  timeZone?: string | undefined;
}

/** Where somebody may be. */
export interface Place {
  jur: string[];
  zones: string[];
}

/** The clocks of a country with more than one law of its own in the rules, or none. */
const COUNTRY_ZONES: Readonly<Partial<Record<CountryCode, readonly string[]>>> = {
  NO: ['Europe/Oslo'],
  SE: ['Europe/Stockholm'],
  DE: ['Europe/Berlin'],
  GB: ['Europe/London'],
};

/** Islands that dial as the United States and are states in all but name. */
const TERRITORIES: readonly string[] = ['PR', 'VI', 'GU', 'AS', 'MP'];

/** Where nothing tells: whatever is sent must suit all of these (section 1.6 of the rules' research). */
const ANYWHERE_IN_US: readonly UsZone[] = ['ET', 'CT', 'MT', 'PT', 'AKT', 'HT'];

/**
 * Where a person may be, by everything that tells of it: the number's country and area code, the address, and their own
 * word. All of it counts at once: somebody who kept a Florida number in California is in both, and a ZIP or an area code
 * that straddles two zones is in both. In the United States a state that nobody knows is `US-DEF`.
 */
export function placeOf({ phone, postalCode, region, timeZone }: PlaceEvidence): Place {
  const country = countryOf(phone);
  const zones = new Set<string>();
  const jur = new Set<string>();
  if (country === 'US' || TERRITORIES.includes(country)) {
    const places = [ofAreaCode(phone.slice(2, 5)), ofZip(postalCode), ofState(region)];
    for (const place of places) {
      for (const name of place.jur) jur.add(name);
      for (const zone of place.zones) zones.add(zone);
    }
    if (jur.size === 0) jur.add('US-DEF');
  } else {
    jur.add(country);
    for (const zone of COUNTRY_ZONES[country as CountryCode] ?? []) zones.add(zone);
  }
  if (timeZone !== undefined) zones.add(timeZone);
  if (zones.size === 0) for (const zone of ANYWHERE_IN_US) zones.add(US_ZONES[zone]);
  // The City lies in its state: the smaller place says both.
  if (jur.has('US-NY-NYC')) jur.delete('US-NY');
  return { jur: [...jur], zones: [...zones] };
}

const NOWHERE: Place = { jur: [], zones: [] };

/** A +1 number of no country in particular, as 800 is, counts as American; `ZZ` where a number is of nowhere. */
function countryOf(phone: string): string {
  const country = parsePhoneNumberFromString(phone)?.country;
  return country ?? (phone.startsWith('+1') ? 'US' : 'ZZ');
}

function ofAreaCode(code: string): Place {
  const state = STATE_BY_CODE.get(code);
  return state === undefined ? NOWHERE : inState(state, AREA_CODE_ZONES[code]);
}

function ofZip(postalCode: string | undefined): Place {
  const zip = /^\s*(\d{5})(-?\d{4})?\s*$/.exec(postalCode ?? '')?.[1];
  if (zip === undefined) return NOWHERE;
  const prefix = zip.slice(0, 3);
  // American Samoa and Saipan share a prefix with Hawaii and Guam.
  if (zip === '96799') return inState('AS', undefined);
  const state = STATE_BY_ZIP.get(prefix);
  if (state === undefined) return NOWHERE;
  const place = inState(state, ZIP_ZONES[prefix]);
  return NYC_ZIPS.test(zip) ? { ...place, jur: ['US-NY-NYC'] } : place;
}

/** A state by its letters says what law holds, and of the clock only where the state keeps one. */
function ofState(region: string | undefined): Place {
  const state = region?.trim().toUpperCase() ?? '';
  return US_STATES[state] === undefined ? NOWHERE : { jur: [`US-${state}`], zones: [] };
}

function inState(state: string, exception: string | undefined): Place {
  const zones = (exception ?? US_STATES[state]?.[0] ?? '').split(' ');
  return { jur: [`US-${state}`], zones: zones.map((zone) => US_ZONES[zone as UsZone]) };
}

const STATE_BY_ZIP = new Map<string, string>();
const STATE_BY_CODE = new Map<string, string>();
for (const [state, [, zips, codes]] of Object.entries(US_STATES)) {
  for (const prefix of zips.split(' ').flatMap(spell)) STATE_BY_ZIP.set(prefix, state);
  for (const code of codes.split(' ')) STATE_BY_CODE.set(code, state);
}

/** `350-352` as each of its prefixes. */
function spell(range: string): string[] {
  const [from = '', to = from] = range.split('-');
  const count = Number(to) - Number(from) + 1;
  return Array.from({ length: count }, (_, at) => String(Number(from) + at).padStart(3, '0'));
}

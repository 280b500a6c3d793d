import type { PlivoWorld } from './open-world.ts';

const areas: Readonly<Record<string, string>> = {
  212: 'New York',
  312: 'Illinois',
  415: 'California',
  512: 'Texas',
  617: 'Massachusetts',
};
const tollFreeArea = '833';
/** Of each area so many numbers are on offer; their last four digits begin here. */
const ofEachArea = 8;
const firstLine = 4100;

/**
 * The numbers that the search finds, in the vendor's shape: American ones that the account does not rent, by `type`
 * (`local`, `tollfree`), `region`, `services`, and a `pattern` that the number begins with after its country code.
 */
export function numbersOnOffer(world: PlivoWorld, query: Record<string, string>) {
  const { country_iso: country, type, region } = query;
  if (country?.toUpperCase() !== 'US') return [];
  const pattern = (query.pattern ?? '').replace(/\D/g, '');
  const wanted = /^[2-9]\d\d/.exec(pattern)?.[0];
  const isTollFree = type === 'tollfree';
  const codes = isTollFree ? [tollFreeArea] : wanted ? [wanted] : Object.keys(areas);
  return codes
    .filter((code) => !region || isTollFree || areas[code]?.toLowerCase().startsWith(region.toLowerCase()))
    .flatMap((code) => numbersOf(code, pattern))
    .filter((number) => number.slice(1).startsWith(pattern) && !world.numbers.has(number))
    .map((number) => render(world, number, isTollFree));
}

/** What a number of this type costs: rent in a month, and a text. */
export function ratesOf(type: 'local' | 'tollfree') {
  return {
    monthly_rental_rate: type === 'tollfree' ? '1.00000' : '0.50000',
    sms_rate: '0.00000',
    voice_rate: type === 'tollfree' ? '0.02100' : '0.00550',
  };
}

/** Numbers of one area; a longer pattern fixes their first digits. */
function numbersOf(code: string, pattern: string): string[] {
  return Array.from({ length: ofEachArea }, (_, index) => {
    const usual = `${code}207${firstLine + index * 11}`;
    return `1${pattern}${usual.slice(pattern.length)}`;
  });
}

function render(world: PlivoWorld, number: string, isTollFree: boolean) {
  const code = number.slice(1, 4);
  return {
    number,
    prefix: code,
    city: null,
    country: 'UNITED STATES',
    region: areas[code] ?? 'United States',
    rate_center: null,
    lata: null,
    type: isTollFree ? 'tollfree' : 'fixed',
    sub_type: isTollFree ? 'tollfree' : 'local',
    setup_rate: '0.00000',
    ...ratesOf(isTollFree ? 'tollfree' : 'local'),
    sms_enabled: true,
    mms_enabled: true,
    voice_enabled: true,
    restriction: null,
    restriction_text: null,
    resource_uri: `/v1/Account/${world.authId}/PhoneNumber/${number}/`,
  };
}

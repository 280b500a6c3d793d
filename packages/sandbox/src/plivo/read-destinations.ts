export interface Destinations {
  /** Each number once, in the order given, without a plus. */
  valid: string[];
  /** What cannot be a phone number, as it was given. */
  invalid: string[];
}

/** Reads a `dst`: one number, or several with `<` between them. */
export function readDestinations(dst: string): Destinations {
  const given = dst
    .split('<')
    .map((number) => number.trim())
    .filter((number) => number !== '');
  const valid = new Set<string>();
  const invalid = new Set<string>();
  for (const number of given) {
    const digits = number.replace(/^\+/, '');
    if (isPhoneNumber(digits)) valid.add(digits);
    else invalid.add(number);
  }
  return { valid: [...valid], invalid: [...invalid] };
}

/** E.164 by shape; a North American number has ten digits behind the 1, and neither area nor exchange begins with 0 or 1. */
function isPhoneNumber(digits: string): boolean {
  if (digits.startsWith('1')) return /^1[2-9]\d{2}[2-9]\d{6}$/.test(digits);
  return /^[2-9]\d{6,14}$/.test(digits);
}

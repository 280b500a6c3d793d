/** What JSON can hold and what has one way of being written: no fractions, no infinities, no undefined. */
export type CanonicalValue =
  | string
  | number
  | boolean
  | null
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue };

/**
 * JSON with one way of writing each value: keys sorted by their UTF-16 units, no blanks, whole numbers only (RFC 8785
 * without its rules for fractions). What is hashed or signed is this text, so that two programs that hold the same facts
 * hold the same hash. Throws on a number that is not whole and safe.
 */
export function canonicalJson(value: CanonicalValue): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new RangeError(`not a whole, safe number: ${value}`);
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`);
  return `{${members.join(',')}}`;
}

/** `Array.isArray` forgets that a list may be read-only. */
function isList(value: CanonicalValue): value is readonly CanonicalValue[] {
  return Array.isArray(value);
}

/** A value as it comes in a request: JSON from the Node SDK, XML from the others, keys already in camel case. */
export type Value = string | number | boolean | null | Value[] | Params;

export interface Params {
  [key: string]: Value | undefined;
}

/** The value as text. The Node SDK sends numbers where a caller wrote numbers; the gateway has always read text. */
export function text(value: Value | undefined): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return undefined;
}

/** The text, or nothing where it is missing or only blanks: the gateway treats a blank field as one not sent. */
export function filled(value: Value | undefined): string | undefined {
  const found = text(value)?.trim();
  return found ? found : undefined;
}

/** A nested group of fields; an empty one where it was not sent. */
export function group(value: Value | undefined): Params {
  return isGroup(value) ? value : {};
}

export function isGroup(value: Value | undefined): value is Params {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function list(value: Value | undefined): Value[] {
  return Array.isArray(value) ? value : [];
}

export function isTrue(value: Value | undefined): boolean {
  return value === true || value === 'true' || value === '1';
}

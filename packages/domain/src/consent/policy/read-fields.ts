/** What a file says is not what was asked for; the message names the field and what it must be. */
export class MalformedInput extends Error {
  constructor(field: string, must: string) {
    super(field === '' ? must : `${field} ${must}`);
  }
}

export type Fields = Readonly<Record<string, unknown>>;

export function readFields(json: unknown, field: string): Fields {
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as Fields;
  throw new MalformedInput(field, 'must be an object');
}

export function readList<T>(value: unknown, field: string, read: (item: unknown, field: string) => T): T[] {
  if (!Array.isArray(value)) throw new MalformedInput(field, 'must be a list');
  return value.map((item, at) => read(item, `${field}[${at}]`));
}

export function readText(value: unknown, field: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new MalformedInput(field, 'must be a text');
}

export function oneOf<T extends string>(words: readonly T[], value: unknown, field: string): T {
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  throw new MalformedInput(field, `must be one of ${words.join(', ')}`);
}

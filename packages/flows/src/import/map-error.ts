import type { z } from 'zod';

/** What is wrong with a map, and where: a JSON pointer (RFC 6901), empty for the map as a whole. */
export interface MapError {
  pointer: string;
  message: string;
}

export type MapReading<T> = { kind: 'map'; map: T } | { kind: 'refused'; errors: MapError[] };

export function toMapErrors(error: z.ZodError): MapError[] {
  return error.issues.flatMap((issue) => {
    // Each misspelt key is pointed at by itself, not at the object that it stands in.
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        pointer: toPointer([...issue.path, key]),
        message: 'is not something that a map can say',
      }));
    }
    return [{ pointer: toPointer(issue.path), message: issue.message }];
  });
}

function toPointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

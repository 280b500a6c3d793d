import type { Answer } from '../state/gateway.ts';
import type { XmlObject } from './write-xml.ts';

/** A plain good answer. */
export function answer(body?: XmlObject, status = 200): Answer {
  return body ? { status, body } : { status };
}

/** What the vendor answers about a thing that is not there: the SDK makes it a notFoundError. */
export function notFound(): Answer {
  return { status: 404 };
}

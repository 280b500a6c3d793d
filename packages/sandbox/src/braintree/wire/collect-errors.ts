import type { Answer } from '../state/gateway.ts';
import { messageOf } from './message-of.ts';
import { isGroup, type Params, type Value } from './params.ts';
import { listOf, type XmlObject, type XmlValue } from './write-xml.ts';

export interface ValidationErrors {
  /** Adds an error of `attribute` in the group that `path` names, root first (`['transaction', 'creditCard']`). */
  add(path: string[], attribute: string, code: string, message?: string): void;
  isEmpty(): boolean;
  /** All of them, flat, in the order in which they were found. */
  list(): FieldError[];
  /** The 422 answer with all of it, nested as the SDK's `errors.for(…)` expects, and the request echoed. */
  refuse(sent: Params, extra?: XmlObject): Answer;
}

export interface FieldError {
  path: string[];
  attribute: string;
  code: string;
  message: string;
}

interface Level {
  errors: { code: string; attribute: string; message: string }[];
  inner: Map<string, Level>;
}

/** Collects what is wrong with one request. */
export function collectErrors(): ValidationErrors {
  const top: Level = { errors: [], inner: new Map() };
  const found: FieldError[] = [];
  return {
    add(path, attribute, code, message = messageOf(code)) {
      let level = top;
      for (const step of path) {
        const next: Level = level.inner.get(step) ?? { errors: [], inner: new Map() };
        level.inner.set(step, next);
        level = next;
      }
      level.errors.push({ code, attribute: underscored(attribute), message });
      found.push({ path, attribute: underscored(attribute), code, message });
    },
    isEmpty: () => found.length === 0,
    list: () => found,
    refuse: (sent, extra = {}) => ({
      status: 422,
      body: {
        apiErrorResponse: {
          errors: writeLevel(top),
          params: echo(sent),
          message: found.map(({ message }) => message).join('\n'),
          ...extra,
        },
      },
    }),
  };
}

/** A 422 without a validation error: the processor's or the gateway's "no", with the transaction it left behind. */
export function refuseWith(message: string, sent: Params, subject: XmlObject): Answer {
  return {
    status: 422,
    body: {
      apiErrorResponse: { errors: { errors: listOf('error', []) }, params: echo(sent), message, ...subject },
    },
  };
}

function underscored(attribute: string): string {
  return attribute.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function writeLevel(level: Level): XmlObject {
  const written: XmlObject = { errors: listOf('error', level.errors as unknown as XmlObject[]) };
  for (const [key, inner] of level.inner) written[key] = writeLevel(inner);
  return written;
}

/** The request as the vendor shows it back: without what must not be shown. */
function echo(sent: Params): XmlObject {
  const shown: XmlObject = {};
  for (const [key, value] of Object.entries(sent)) {
    if (key === 'number' || key === 'cvv' || value === undefined) continue;
    shown[key] = echoValue(value);
  }
  return shown;
}

function echoValue(value: Value): XmlValue {
  if (Array.isArray(value)) return listOf('item', value.map(echoValue));
  if (isGroup(value)) return echo(value);
  return value === null ? null : String(value);
}

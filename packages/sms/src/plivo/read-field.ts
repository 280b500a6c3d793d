import type { WebhookRequest } from '../sms-port.ts';

/** A field that is not what Plivo sends; it never leaves this folder. */
export class MalformedField extends Error {
  readonly field: string;
  constructor(field: string) {
    super(`malformed field ${field}`);
    this.field = field;
  }
}

/**
 * One field of a webhook's form, checked against `pattern`; undefined where it is absent or empty.
 * @throws MalformedField where it does not match, or came twice: of two values, two readers may each take another.
 */
export function readField(
  params: WebhookRequest['params'],
  field: string,
  pattern: RegExp,
): string | undefined {
  const value = Object.hasOwn(params, field) ? params[field] : undefined;
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string' || !pattern.test(value)) throw new MalformedField(field);
  return value;
}

/** As `readField`, for one that must be there. */
export function requireField(params: WebhookRequest['params'], field: string, pattern: RegExp): string {
  const value = readField(params, field, pattern);
  if (value === undefined) throw new MalformedField(field);
  return value;
}

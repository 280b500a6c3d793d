import type { InboundText, WebhookAnswer, WebhookRequest } from '../sms-port.ts';
import { MalformedField, readField, requireField } from './read-field.ts';
import { type SignatureRule, verifySignature } from './verify-signature.ts';

const VENDOR_ID = /^[A-Za-z0-9-]{8,64}$/;
/** Plivo writes numbers without the plus. */
const PHONE = /^\+?\d{7,15}$/;
/** Ten parts are 1,530 letters; far beyond that it is no text message. */
const LONGEST_BODY = 10_000;
const INTENTS = new Set<unknown>(['optout', 'optin', 'help'] satisfies InboundText['carrierIntent'][]);

/**
 * Reads the webhook of a text that came in. Verified before anything is read; then every field is checked, so that
 * what goes on can be stored as it is. Numbers come out as E.164 with the plus.
 */
export function readInbound(rule: SignatureRule, request: WebhookRequest): WebhookAnswer<InboundText> {
  if (!verifySignature(rule, request)) return { kind: 'forged' };
  try {
    return { kind: 'read', value: read(request.params) };
  } catch (error) {
    if (error instanceof MalformedField) return { kind: 'malformed', field: error.field };
    throw error;
  }
}

function read(params: WebhookRequest['params']): InboundText {
  const carrierIntent = readField(params, 'MessageIntent', /^[A-Za-z]{1,20}$/)?.toLowerCase();
  return {
    vendorId: requireField(params, 'MessageUUID', VENDOR_ID),
    from: readPhone(params, 'From'),
    to: readPhone(params, 'To'),
    body: readBody(params),
    parts: Number(readField(params, 'Units', /^[1-9]\d{0,2}$/) ?? 1),
    ...(isIntent(carrierIntent) && { carrierIntent }),
  };
}

function readPhone(params: WebhookRequest['params'], field: string): string {
  return `+${requireField(params, field, PHONE).replace('+', '')}`;
}

/** A text says `Text`; a picture message says `Body`, and may say nothing. */
function readBody(params: WebhookRequest['params']): string {
  const isPicture = readField(params, 'Type', /^[a-z]{1,12}$/i)?.toLowerCase() === 'mms';
  const field = isPicture && Object.hasOwn(params, 'Body') ? 'Body' : 'Text';
  const body = Object.hasOwn(params, field) ? params[field] : isPicture ? '' : undefined;
  if (typeof body !== 'string' || body.length > LONGEST_BODY) throw new MalformedField(field);
  // Neither NUL nor half a character can be stored, and no phone sends them.
  if (body.includes('\0') || !body.isWellFormed()) throw new MalformedField(field);
  return body;
}

function isIntent(word: string | undefined): word is NonNullable<InboundText['carrierIntent']> {
  return INTENTS.has(word);
}

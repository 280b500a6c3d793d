import type { DeliveryReport, WebhookAnswer, WebhookRequest } from '../sms-port.ts';
import { explainErrorCode } from './error-codes.ts';
import { MalformedField, readField, requireField } from './read-field.ts';
import { type SignatureRule, verifySignature } from './verify-signature.ts';

const VENDOR_ID = /^[A-Za-z0-9-]{8,64}$/;
const OUR_ID = /^[A-Za-z0-9_-]{1,64}$/;
/** A number, some digits of which are blanked where the text was sent unlogged. */
const PHONE = /^\+?[\d*xX]{7,15}$/;

/** Plivo's words for how far a text has come; `read` is WhatsApp's, `rejected` is in its older pages. */
const STATES: Readonly<Record<string, DeliveryReport['state']>> = {
  queued: 'queued',
  sent: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'undelivered',
  failed: 'failed',
  rejected: 'failed',
};
/** Stands in for a missing Sequence, so that a report can be ordered by it all the same. */
const USUAL_SEQUENCE: Readonly<Record<DeliveryReport['state'], number>> = {
  queued: 1,
  sent: 2,
  delivered: 3,
  undelivered: 3,
  failed: 3,
};

/** Reads a delivery report. Reports come several times and in any order: a caller orders them by `sequence`. */
export function readReport(rule: SignatureRule, request: WebhookRequest): WebhookAnswer<DeliveryReport> {
  if (!verifySignature(rule, request)) return { kind: 'forged' };
  try {
    return { kind: 'read', value: read(request) };
  } catch (error) {
    if (error instanceof MalformedField) return { kind: 'malformed', field: error.field };
    throw error;
  }
}

function read({ url, params }: WebhookRequest): DeliveryReport {
  const state = STATES[requireField(params, 'Status', /^[A-Za-z]{1,20}$/).toLowerCase()];
  if (!state) throw new MalformedField('Status');
  const messageId = readOurId(url);
  const to = readPhone(params);
  const errorCode = readField(params, 'ErrorCode', /^\d{1,6}$/);
  const failure = explainErrorCode(errorCode);
  return {
    // A long text is reported part by part; what the send answered with is the parent of them.
    vendorId:
      readField(params, 'ParentMessageUUID', VENDOR_ID) ?? requireField(params, 'MessageUUID', VENDOR_ID),
    state,
    sequence: Number(readField(params, 'Sequence', /^\d{1,6}$/) ?? USUAL_SEQUENCE[state]),
    isOptOut: failure?.kind === 'opted-out',
    ...(messageId && { messageId }),
    ...(to && { to }),
    ...(errorCode && failure && { errorCode, failure }),
  };
}

function readOurId(url: string): string | undefined {
  const ids = new URL(url).searchParams.getAll('m');
  const [id] = ids;
  if (id === undefined) return undefined;
  if (ids.length > 1 || !OUR_ID.test(id)) throw new MalformedField('m');
  return id;
}

function readPhone(params: WebhookRequest['params']): string | undefined {
  const phone = requireField(params, 'To', PHONE).replace('+', '');
  return /\D/.test(phone) ? undefined : `+${phone}`;
}

import type { OutgoingText, SendAnswer, TextFailure } from '../sms-port.ts';
import { captureExchange, type Exchange } from './capture-exchange.ts';
import type { PlivoVendor } from './plivo-vendor.ts';

interface Accepted {
  messageUuid?: readonly string[];
  invalid_number?: readonly string[];
}

/** Failures of making the connection itself: not one byte of the request has left, so it is safe to come again. */
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);
const UNREACHABLE_PAUSE_MS = 5000;
/** An answer of 429 without Retry-After; Plivo's limits are per second and per five seconds. */
const DEFAULT_PAUSE_MS = 1000;
/** However long the vendor asks us to wait, a text is looked at again within this. */
const LONGEST_PAUSE_MS = 5 * 60_000;

/**
 * Hands one text to Plivo: one destination a call, because a lost answer for several would be several unknowns.
 * The reason of a refusal is ours and holds neither number nor text; the vendor's request id leads to the details in
 * the vendor's console.
 */
export async function sendMessage(vendor: PlivoVendor, text: OutgoingText): Promise<SendAnswer> {
  const wrong = readMistake(text);
  if (wrong) return wrong;
  const callback = new URL(vendor.callbackUrl);
  callback.searchParams.set('m', text.messageId);
  const exchange = await captureExchange<Accepted>(
    // In the positional form: the other one counts its arguments, and drops what is false on the way.
    () =>
      vendor.client.messages.create(text.from.slice(1), text.to.slice(1), text.body, {
        url: callback.href,
        method: 'POST',
        // A string, which survives either form: a dropped `false` would leave the text in the vendor's logs.
        log: vendor.log,
      }),
    vendor.timeoutMs,
  );
  return readSendAnswer(exchange);
}

/** The rules of this table, row by row, are on the page docs/vendors/plivo.md. */
export function readSendAnswer(exchange: Exchange<Accepted>): SendAnswer {
  if (exchange.kind === 'answered') return readAccepted(exchange.value);
  if (exchange.kind === 'lost') {
    if (NEVER_CONNECTED.has(exchange.code)) return { kind: 'throttled', retryAfterMs: UNREACHABLE_PAUSE_MS };
    return { kind: 'unknown', reason: `no answer (${exchange.code})` };
  }
  const { status, retryAfter, apiId, complaint = '' } = exchange;
  if (status === 429) return { kind: 'throttled', retryAfterMs: readPause(retryAfter) };
  // 408 is a machine on the way that stopped waiting; what it had passed on may have arrived.
  if (status < 400 || status === 408 || status >= 500) return { kind: 'unknown', reason: `HTTP ${status}` };
  const { failure, says } = explainRefusal(status, complaint);
  return {
    kind: 'refused',
    status,
    failure,
    reason: apiId ? `${says} (${status}, ${apiId})` : `${says} (${status})`,
  };
}

function readMistake(text: OutgoingText): SendAnswer | undefined {
  const refuse = (failure: TextFailure, reason: string): SendAnswer => ({ kind: 'refused', failure, reason });
  if (!/^\+\d{7,15}$/.test(text.to)) return refuse('bad-number', 'the destination is not an E.164 number');
  if (!/^\+\d{7,15}$/.test(text.from)) return refuse('configuration', 'the sender is not an E.164 number');
  if (text.body === '') return refuse('content', 'the text is empty');
  return undefined;
}

function readAccepted(answer: Accepted): SendAnswer {
  const vendorId = answer.messageUuid?.[0];
  if (vendorId) return { kind: 'accepted', vendorId };
  if (answer.invalid_number?.length) {
    return { kind: 'refused', failure: 'bad-number', reason: 'the carrier calls the destination invalid' };
  }
  return { kind: 'unknown', reason: 'accepted without a message id' };
}

/** Seconds or a date, as HTTP allows; in milliseconds, never below nothing and never too long. */
function readPause(retryAfter: string | undefined): number {
  if (!retryAfter) return DEFAULT_PAUSE_MS;
  const ms = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - Date.now();
  return Number.isFinite(ms) && ms > 0 ? Math.min(ms, LONGEST_PAUSE_MS) : DEFAULT_PAUSE_MS;
}

/** Plivo's complaint is a sentence, and it may quote the number: it is matched here and goes no further. */
function explainRefusal(status: number, complaint: string): { failure: TextFailure; says: string } {
  if (/insufficient credit/i.test(complaint) || status === 402) {
    return { failure: 'stop-sending', says: 'our account with the carrier is out of credit' };
  }
  if (/account.*(disabled|suspended|inactive)/i.test(complaint)) {
    return { failure: 'stop-sending', says: 'our account with the carrier is disabled' };
  }
  if (status === 401) return { failure: 'stop-sending', says: 'the carrier does not know our credentials' };
  if (status === 403) return { failure: 'configuration', says: 'our account may not text there' };
  if (/\b(opted[ -]?out|unsubscribed|blocked by STOP)\b/i.test(complaint)) {
    return { failure: 'opted-out', says: 'the person has said STOP to the carrier' };
  }
  if (/\b(dst|destination)\b/i.test(complaint)) {
    return { failure: 'bad-number', says: 'the carrier calls the destination invalid' };
  }
  if (/too long|length|\btext\b/i.test(complaint)) {
    return { failure: 'content', says: 'the carrier does not take the text' };
  }
  return { failure: 'configuration', says: 'the carrier does not take the request' };
}

import { Client } from 'plivo';
import type { SmsPort } from '../sms-port.ts';
import { lookUpMessage } from './look-up-message.ts';
import type { PlivoVendor } from './plivo-vendor.ts';
import { readInbound } from './read-inbound.ts';
import { readReport } from './read-report.ts';
import { sendMessage } from './send-message.ts';

export interface PlivoSettings {
  authId: string;
  authToken: string;
  /** Where the account's API is, as in "http://127.0.0.1:4010/v1/Account/MA…"; the vendor's own where absent. */
  apiUrl?: string;
  /** The public address of our delivery-report webhook, exactly as Plivo is to call it. */
  callbackUrl: string;
  /** How long to wait for an answer; 8 s where absent, the time that Plivo itself gives our webhooks. */
  timeoutMs?: number;
  /** Also take the signature made with the main account's token, where `authToken` is that token. Off where absent. */
  acceptMainAccountSignature?: boolean;
  /** Take the older signature, which covers the address but not the form. On where absent: Plivo documents it. */
  acceptV2?: boolean;
  /**
   * Let Plivo keep the destination in its records; the words are blanked either way. Off where absent. Without it a
   * busy sender's lost answers are settled by delivery reports alone, because a look-up sees blanked numbers.
   */
  recordNumbers?: boolean;
}

/** The carrier port over Plivo's own SDK. Makes no call by itself. */
export function createPlivo(settings: PlivoSettings): SmsPort {
  const timeoutMs = settings.timeoutMs ?? 8000;
  const url = settings.apiUrl?.replace(/\/+$/, '');
  const vendor: PlivoVendor = {
    // Without a timeout of ours the SDK waits for ever.
    client: new Client(settings.authId, settings.authToken, {
      timeout: timeoutMs,
      ...(url && { url }),
    }),
    authToken: settings.authToken,
    callbackUrl: settings.callbackUrl,
    timeoutMs,
    acceptMainAccountSignature: settings.acceptMainAccountSignature ?? false,
    acceptV2: settings.acceptV2 ?? true,
    log: settings.recordNumbers ? 'number_only' : 'false',
  };
  return {
    send: (text) => sendMessage(vendor, text),
    lookUp: (text, window) => lookUpMessage(vendor, text, window),
    readInbound: (request) => readInbound(vendor, request),
    readReport: (request) => readReport(vendor, request),
  };
}

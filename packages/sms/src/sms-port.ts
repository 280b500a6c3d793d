/**
 * The carrier as Kvitt needs it; an adapter per vendor stands behind it.
 * No call throws for what a vendor or a network does. A thrown error is a bug.
 */
export interface SmsPort {
  /** Hands one text for one phone to the carrier. */
  send(text: OutgoingText): Promise<SendAnswer>;
  /**
   * Whether the carrier holds the text that was handed over as `messageId`, asked after a lost answer.
   * Carriers know no key of ours, so an adapter looks by phone, time and words, and by its own record of the callback.
   */
  lookUp(text: OutgoingText, window: { from: Date; until: Date }): Promise<LookUpAnswer>;
  /** Reads and verifies an inbound text's webhook. */
  readInbound(request: WebhookRequest): WebhookAnswer<InboundText>;
  /** Reads and verifies a delivery report. */
  readReport(request: WebhookRequest): WebhookAnswer<DeliveryReport>;
}

export interface OutgoingText {
  /** Ours; travels in the callback's address, so that a report finds its message even when the answer was lost. */
  messageId: string;
  /** E.164 with the plus. */
  from: string;
  to: string;
  body: string;
}

export type SendAnswer =
  | { kind: 'accepted'; vendorId: string }
  | { kind: 'throttled'; retryAfterMs: number }
  | { kind: 'refused'; reason: string; status?: number }
  /** The answer was lost: it may or may not go out, so it is looked up and never sent again blindly. */
  | { kind: 'unknown'; reason: string };

export type LookUpAnswer =
  | { kind: 'found'; vendorId: string }
  | { kind: 'absent' }
  | { kind: 'unanswered'; reason: string };

/** What a webhook route saw, as it came: the address the carrier called (from configuration, never from Host). */
export interface WebhookRequest {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string | undefined>;
  /** Form fields (POST) or query (GET). */
  params: Record<string, string>;
}

export type WebhookAnswer<T> =
  | { kind: 'forged' }
  | { kind: 'malformed'; field: string }
  | { kind: 'read'; value: T };

export interface InboundText {
  vendorId: string;
  from: string;
  to: string;
  body: string;
  /** What the carrier itself understood: its own opt-out list has then changed already. */
  carrierIntent?: 'optout' | 'optin' | 'help';
  parts: number;
}

export interface DeliveryReport {
  vendorId: string;
  /** Ours, from the callback's address. */
  messageId?: string;
  to: string;
  state: 'queued' | 'sent' | 'delivered' | 'undelivered' | 'failed';
  /** The carrier's own number for why. */
  errorCode?: string;
  /** The order in which the carrier made its reports; they may arrive in any. */
  sequence: number;
  /** The phone has opted out at the carrier. */
  isOptOut: boolean;
}

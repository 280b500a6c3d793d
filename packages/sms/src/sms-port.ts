/**
 * The carrier as Kvitt needs it; an adapter per vendor stands behind it.
 * No call throws for what a vendor or a network does. A thrown error is a bug.
 */
export interface SmsPort {
  /** Hands one text for one phone to the carrier. */
  send(text: OutgoingText): Promise<SendAnswer>;
  /**
   * Whether the carrier holds the text that was handed over as `messageId`, asked after a lost answer.
   * Carriers know no key of ours and do not give the words back, so an adapter can only look by phones and time. That
   * is why the window names what is already accounted for; a delivery report, which does carry our id, is the better
   * witness and may come first.
   */
  lookUp(text: OutgoingText, window: LookUpWindow): Promise<LookUpAnswer>;
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
  /** Nothing was taken, because we come too fast or the carrier cannot be reached: the same text may be sent again. */
  | { kind: 'throttled'; retryAfterMs: number }
  | { kind: 'refused'; reason: string; status?: number; failure: TextFailure }
  /** The answer was lost: it may or may not go out, so it is looked up and never sent again blindly. */
  | { kind: 'unknown'; reason: string };

/**
 * Why a text was not delivered, as far as it changes what we do next. `transient` may pass later · `bad-number` this
 * phone takes no texts · `opted-out` the person said STOP to the carrier · `content` these words, or their number, do
 * not get through · `configuration` our account, sender or request is wrong · `stop-sending` nothing gets through
 * until a person has acted (no credit, account disabled).
 */
export type TextFailure =
  | 'transient'
  | 'bad-number'
  | 'opted-out'
  | 'content'
  | 'configuration'
  | 'stop-sending';

export interface LookUpWindow {
  from: Date;
  until: Date;
  /** Vendor ids in this window, from this sender, that are known to be other texts: none of them is an answer. */
  claimed?: readonly string[];
}

export type LookUpAnswer =
  | { kind: 'found'; vendorId: string }
  | { kind: 'absent' }
  | { kind: 'unanswered'; reason: string };

/** What a webhook route saw, as it came: the address the carrier called (from configuration, never from Host). */
export interface WebhookRequest {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string | undefined>;
  /** Form fields (POST) or query (GET); a field that came several times is a list, so that it can be refused. */
  params: Record<string, string | readonly string[]>;
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
  /** Absent where the carrier blanks out digits, as it does for texts that it was asked not to log. */
  to?: string;
  state: 'queued' | 'sent' | 'delivered' | 'undelivered' | 'failed';
  /** The carrier's own number for why. */
  errorCode?: string;
  /** What that number means for us, and a sentence about it for people. */
  failure?: { kind: TextFailure; text: string };
  /** The order in which the carrier made its reports; they may arrive in any. */
  sequence: number;
  /** The phone has opted out at the carrier. */
  isOptOut: boolean;
}

/**
 * The push services of the browsers as Kvitt needs them (RFC 8030); an adapter stands behind it.
 * No call throws for what a service or a network does. A thrown error is a bug.
 */
export interface PushPort {
  /** Our public key (VAPID, RFC 8292): what a browser is told when it subscribes. */
  publicKey: string;
  /** Whether an address that a browser gives is a push service's: we post to no other. */
  mayReach(endpoint: string): boolean;
  /** Hands one note for one browser to its push service, sealed for that browser alone. */
  send(note: OutgoingNote): Promise<PushAnswer>;
}

export interface OutgoingNote {
  endpoint: string;
  /** The browser's public key and its secret, base64url as it gave them. */
  p256dh: string;
  auth: string;
  /** What the browser's own code reads; at most about 3,900 bytes fit. */
  payload: string;
  /** For how long the service keeps it where the browser is away, in seconds. */
  ttlSeconds: number;
}

export type PushAnswer =
  | { kind: 'accepted' }
  /** The browser has unsubscribed, or is no more: nothing gets there again. */
  | { kind: 'gone' }
  /** We come too fast, or the service cannot be reached: the same note may be sent again. */
  | { kind: 'throttled'; retryAfterMs: number }
  | { kind: 'refused'; status: number };

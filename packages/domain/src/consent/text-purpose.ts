/**
 * What a text is, for the rules. `reply` answers the customer's own text · `receipt` follows the customer's own payment ·
 * `service` is about a bill and comes unasked · `optin` asks the phone itself whether it agrees.
 */
export type TextPurpose = 'reply' | 'receipt' | 'service' | 'optin';

/** The texts that say that a STOP was heard: each goes out once, after it. */
export const STOP_CONFIRMATIONS: readonly string[] = [
  'stop-confirmed',
  'stop-confirmed-choose',
  'wrong-party-noted',
];

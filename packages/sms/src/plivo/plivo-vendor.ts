import type { Client } from 'plivo';

/** What every act of this adapter is given. */
export interface PlivoVendor {
  client: Client;
  authToken: string;
  /** Our public address for delivery reports; our message id is added to it. */
  callbackUrl: string;
  timeoutMs: number;
  acceptMainAccountSignature: boolean;
  acceptV2: boolean;
  /** What Plivo may keep of a text in its records: nothing, or the number. */
  log: 'false' | 'number_only';
}

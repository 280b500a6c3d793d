import type { Jobs } from '@kvitt/jobs/jobs';
import type { PaymentsPort } from '@kvitt/payments/payments-port';
import type { PushPort } from '@kvitt/push/push-port';
import type { SmsPort } from '@kvitt/sms/sms-port';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Everything that a flow may touch besides its arguments; made by a composition root, stepped by hand in tests. */
export interface Ctx {
  em: EntityManager;
  clock: Clock;
  ids: Ids;
  sms: SmsPort;
  payments: PaymentsPort;
  /** The browsers' push services; undefined in a process that was not given our keys for them. */
  push?: PushPort | undefined;
  jobs: Jobs;
  log: Log;
  /** Where customers reach the portal: the beginning of every link, without a slash at its end. */
  publicUrl: string;
  /** Signs the heads of the consent ledgers; undefined in a process that was not given the key. */
  consentSigner?: ConsentSigner | undefined;
}

export interface ConsentSigner {
  /** Ed25519, SPKI in base64. */
  publicKey: string;
  /** The signature of `words`, in base64. */
  sign(words: string): string;
}

/**
 * What a flow may touch inside a transaction: everything but the vendors, so that the compiler refuses a call to one
 * while locks are held.
 */
export type TxCtx = Omit<Ctx, 'sms' | 'payments' | 'push'>;

export interface Clock {
  now(): Date;
}

export interface Ids {
  /** A new UUID that sorts by time. */
  next(): string;
  /** The same UUID for the same parent and name, always: what runs twice names the same thing. */
  derived(parent: string, name: string): string;
  /** Two digits that are none of `others`, of which there are a few at the most: the code of a question. */
  code(...others: (string | undefined)[]): string;
  /** Six digits from the system's secure dice: what is texted to prove whose a phone is. */
  proof(): string;
  /** 16 base-58 characters from the system's secure dice: what opens a bill. */
  token(): string;
}

/** Structured and free of people: ids and codes, never names, numbers or words of customers. */
export interface Log {
  info(fields: Record<string, string | number | boolean | undefined>, message: string): void;
  warn(fields: Record<string, string | number | boolean | undefined>, message: string): void;
}

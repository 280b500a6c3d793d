import type { SandboxClock } from '../control/clock.ts';
import type { Faults } from '../control/faults.ts';
import type { Fixtures } from './fixtures/fixtures.ts';
import type { Transaction } from './state/records.ts';

export interface BraintreeOptions {
  /** A free port where absent. */
  port?: number;
  merchantId: string;
  publicKey: string;
  privateKey: string;
  /** Where signed notifications go; none are sent where absent. */
  webhookUrl?: string;
  clock: SandboxClock;
  /** Keeps the state here, written before each answer, read at the start. */
  stateFile?: string;
  seed?: number;
  /** The account that charges go to where a request names none; called like the merchant where absent. */
  merchantAccountId?: string;
  /** Whether the merchant may use `apiRequestKey`; true where absent. */
  idempotency?: boolean;
  /** How long an equal charge counts as a duplicate, in sandbox time; 30 seconds where absent, 0 for never. */
  duplicateWindowMs?: number;
  /** Compares charges without an order id too, as the vendor does; false where absent. */
  duplicateWithoutOrderId?: boolean;
  /** Which answers of the bank on address and security code reject a charge; none where absent. */
  rules?: { avs?: boolean; cvv?: boolean };
  /** What the gateway holds before anything has happened to it: further merchants, accounts, plans. */
  fixtures?: Fixtures;
  /**
   * Listens with TLS too and answers there as the vendor's own hosts, for a browser whose resolver is told to find
   * them here. A free port where none is named.
   */
  tls?: { port?: number };
}

/** A transaction, flat, for assertions. */
export interface SandboxTransaction {
  id: string;
  type: 'sale' | 'credit';
  amount: string;
  status: Transaction['status'];
  orderId: string | null;
  customerId: string | null;
  token: string | null;
  nonce: string | null;
  refundedTransactionId: string | null;
  gatewayRejectionReason: string | null;
  processorResponseCode: string | null;
  transactionSource: string | null;
  createdAt: Date;
}

export interface BraintreeSandbox {
  host: string;
  port: number;
  origin: string;
  faults: Faults;
  /** All transactions, oldest first, or those that have the given values. */
  transactions(filter?: Partial<SandboxTransaction>): SandboxTransaction[];
  /**
   * Sends a signed notification now; settles after the first try of each copy.
   * @throws Error for a kind that is not emulated or a subject that does not exist.
   */
  sendWebhook(kind: string, subjectId: string, options?: { duplicate?: boolean }): Promise<void>;
  /** Settles everything that is on its way, at once. */
  settleAll(): void;
  /** Settles when no request is being answered, no late call is still to land and no notification is on its way. */
  idle(): Promise<void>;
  stop(): Promise<void>;
  /** There where TLS was asked for. */
  tls?: { port: number; spkiHash: string; certificate: string };
}

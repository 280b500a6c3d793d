import type { SandboxClock } from '../../control/clock.ts';
import type { AppFixture, MerchantFixture } from '../fixtures/merchant-fixture.ts';
import type { MerchantAccount } from '../merchant-accounts/merchant-account.ts';
import type { Params } from '../wire/params.ts';
import type { XmlObject } from '../wire/write-xml.ts';
import type { State, Transaction } from './records.ts';

/** The emulated gateway as its acts see it. */
export interface Gateway {
  state: State;
  clock: SandboxClock;
  settings: Settings;
  /** A new name that was never given out: `length` lower-case letters and digits. */
  newId(length?: number): string;
  /** The same as a number of eleven digits. */
  newNumber(): string;
  /** Finds transactions with this order id without walking through all of them, in the order of their creation. */
  byOrderId(orderId: string): Transaction[];
  /** Takes a new transaction into the books and lays its next step on the clock. */
  keep(transaction: Transaction): void;
  /** Lays the next step of a transaction's settlement on the clock, in place of the one laid before. */
  schedule(transaction: Transaction): void;
  /**
   * Lays `act` on the clock at a moment (milliseconds), in place of what was laid there under the same name; `null`
   * only calls that off.
   */
  later(name: string, at: number | null, act: () => void): void;
  /** Sends a webhook of this kind about this subject; nothing happens where no address is set. */
  announce(kind: string, subject: XmlObject): void;
}

export interface Settings {
  merchantId: string;
  publicKey: string;
  privateKey: string;
  /** Where this server is reached, without a slash at the end. */
  origin: string;
  idempotency: boolean;
  /** The account that charges go to where a request names none. */
  merchantAccountId: string;
  /** How long an equal charge counts as a duplicate, in sandbox time; 0 switches the check off. */
  duplicateWindowMs: number;
  /** Whether charges without an order id are compared too. */
  duplicateWithoutOrderId: boolean;
  /** Which address and security code answers reject a charge, as set in the vendor's control panel. */
  rules: { avs: boolean; cvv: boolean };
  /** Whether charges are looked at for fraud. */
  checksFraud: boolean;
  /** The accounts that charges may name; empty where every name is taken. */
  merchantAccounts: readonly MerchantAccount[];
  /** The merchant whose gateway it is, also where another one asks. */
  firstMerchantId: string;
  /** The others. */
  merchants: readonly MerchantFixture[];
  apps: readonly AppFixture[];
  /** The custom fields that were declared; every name is taken where absent. */
  customFields?: readonly string[];
  /** The program that asks in the merchant's name, where one does. */
  appId?: string;
}

/** One request to the gateway, read. */
export interface Call {
  path: Record<string, string>;
  query: URLSearchParams;
  body: Params;
  /** The parts of a form with files; only for document uploads. */
  form?: FormData;
  /** What the file in the form holds. */
  fileBytes?: Uint8Array;
  /** Whether another request with the same request key has not been answered yet. */
  keyInFlight: boolean;
}

/** The answer of the gateway; without a body it is a single blank, as the vendor answers a deletion. */
export interface Answer {
  status: number;
  body?: XmlObject;
}

export type Act = (gateway: Gateway, call: Call) => Answer;

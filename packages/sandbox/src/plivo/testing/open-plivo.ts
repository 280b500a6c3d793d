import { Client } from 'plivo';
import { expect } from 'vitest';
import { manualClock, type SandboxClock } from '../../control/clock.ts';
import { type PlivoOptions, type PlivoSandbox, startPlivo } from '../start-plivo.ts';
import { type AccountServer, startAccountServer } from './start-account-server.ts';

export const authId = 'MAXXXXXXXXXXXXXXXXXX';
export const authToken = 'Y2Q2ZDgxZmY5YWRiOTI5YmQ1Njg0MTAxZWIyOTc4';
/** Two long codes of one campaign, and a short code whose webhook is a GET. */
export const office = '14152000001';
export const branch = '14152000002';
export const shortCode = '46001';
export const anna = '14155550101';
export const bea = '14155550102';

export interface OpenPlivo {
  account: AccountServer;
  clock: SandboxClock;
  plivo: PlivoSandbox;
  /** The vendor's own SDK, pointed at the emulator. */
  client: Client;
  /** Sends from the office with a status callback, and gives back the uuid. */
  send(to: string, text?: string, extra?: object): Promise<string>;
  /** What the SDK's list finds, by uuid. */
  listed(filter: object): Promise<string[]>;
  close(): Promise<void>;
}

/** An account of the vendor with its own server, the emulator with a clock stepped by hand, and the SDK between them. */
export async function openPlivo(options: Partial<PlivoOptions> = {}): Promise<OpenPlivo> {
  const account = await startAccountServer();
  const clock = options.clock ?? manualClock(Date.UTC(2026, 10, 21, 19, 20));
  const messageUrl = `${account.origin}/inbound`;
  const plivo = await startPlivo({
    authId,
    authToken,
    clock,
    answerTimeoutMs: 100,
    numbers: [
      { number: office, kind: 'long-code', messageUrl, campaign: 'C1' },
      { number: branch, kind: 'long-code', messageUrl, campaign: 'C1' },
      { number: shortCode, kind: 'short-code', messageUrl, messageMethod: 'GET' },
    ],
    ...options,
  });
  const client = new Client(authId, authToken, { url: plivo.apiUrl, timeout: 300 });
  return {
    account,
    clock,
    plivo,
    client,
    async send(to, text = 'Hello', extra = {}) {
      const url = `${account.origin}/status`;
      const answer = await client.messages.create(office, to, text, { url, ...extra });
      return answer.messageUuid[0] as string;
    },
    async listed(filter) {
      // The SDK's types give the list one record's type; what comes is an array of them.
      const list = (await client.messages.list(filter)) as unknown as { messageUuid: string }[];
      return list.map((message) => message.messageUuid);
    },
    async close() {
      await plivo.stop();
      await account.stop();
    },
  };
}

/** What a rejected SDK call leaves behind: an Error with a status, a bare Error, or a string. */
export async function failureOf(
  call: Promise<unknown>,
): Promise<{ status?: number; message: string; bare?: string }> {
  const error: unknown = await call.then(
    () => expect.fail('the call was answered'),
    (reason) => reason,
  );
  if (typeof error === 'string') return { message: '', bare: error };
  const { status, message } = error as { status?: number; message: string };
  return status === undefined ? { message } : { status, message };
}

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makePushKeys } from '@kvitt/push/make-push-keys';
import { makeConsentKey } from '@kvitt/runtime/consent-signer';

/**
 * Where everything local lives: the database, the sandbox's memory, what was made up once for this checkout. With
 * KVITT_DATA, another folder: a second Kvitt beside the first shares nothing with it.
 */
export const DATA = path.resolve(process.env.KVITT_DATA || path.join(import.meta.dirname, '../../.data'));

/** The ports of a local Kvitt: what people open, and the two sandboxes beside it. */
export interface Ports {
  portal: number;
  handset: number;
  cards: number;
}

/** The number that the local biller texts from; 555-01xx is nobody's. */
export const LOCAL_NUMBER = '14155550100';

/** Credentials of the local sandboxes, made up once per checkout: they open nothing else. */
export interface LocalKeys {
  plivoAuthId: string;
  plivoAuthToken: string;
  merchantId: string;
  publicKey: string;
  privateKey: string;
}

export function readLocalKeys(): LocalKeys {
  const file = path.join(DATA, 'sandbox-keys.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const secret = (bytes: number) => randomBytes(bytes).toString('hex');
  const keys: LocalKeys = {
    plivoAuthId: `MA${secret(9).toUpperCase()}`,
    plivoAuthToken: secret(20),
    merchantId: `sandbox_${secret(4)}`,
    publicKey: secret(8),
    privateKey: secret(16),
  };
  mkdirSync(DATA, { recursive: true });
  writeFileSync(file, JSON.stringify(keys, null, 2), { mode: 0o600 });
  return keys;
}

/** The key that the local consent ledger is sealed with, made once; kept beside the database and not in it. */
export function readConsentKey(): string {
  const file = path.join(DATA, 'consent-signing-key');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const key = makeConsentKey();
  mkdirSync(DATA, { recursive: true });
  writeFileSync(file, `${key}\n`, { mode: 0o600 });
  return key;
}

/** The keys that browsers of a local Kvitt subscribe with, made once: with others they would have to do it again. */
export function readPushKeys(): ReturnType<typeof makePushKeys> {
  const file = path.join(DATA, 'push-keys.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const keys = makePushKeys();
  mkdirSync(DATA, { recursive: true });
  writeFileSync(file, JSON.stringify(keys, null, 2), { mode: 0o600 });
  return keys;
}

export function readPorts(env: Record<string, string | undefined>): Ports {
  const portal = Number(env.PORT ?? 4000);
  return { portal, handset: portal + 1, cards: portal + 2 };
}

/** Which vendors are the sandbox's: each that the environment gives no credentials for. */
export function whatIsSandboxed(env: Record<string, string | undefined>): {
  sms: boolean;
  payments: boolean;
} {
  return { sms: !env.PLIVO_AUTH_ID, payments: !env.BRAINTREE_MERCHANT_ID };
}

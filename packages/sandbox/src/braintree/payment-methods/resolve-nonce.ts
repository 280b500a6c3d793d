import { testNonces } from '../cards/test-nonces.ts';
import type { Gateway } from '../state/gateway.ts';
import type { Instrument, Nonce } from '../state/records.ts';
import type { XmlObject } from '../wire/write-xml.ts';

/** A nonce may be used for three hours. */
const lifeMs = 3 * 3_600_000;

export type ResolvedNonce =
  | {
      kind: 'good';
      instrument: Instrument;
      token: string | null;
      nonce?: Nonce;
      threeDSecure: XmlObject | null;
      rejection?: string;
      isOneTime: boolean;
    }
  | { kind: 'consumed' | 'unknown' | 'luhn' };

/** Finds what a nonce stands for. It is not used up by this: the act that uses it sets `consumedAt`. */
export function resolveNonce(gateway: Gateway, name: string): ResolvedNonce {
  const test = testNonces[name];
  if (test?.refusal) return { kind: test.refusal };
  if (test?.instrument) {
    return {
      kind: 'good',
      instrument: structuredClone(test.instrument),
      token: null,
      threeDSecure: test.threeDSecure ?? null,
      isOneTime: test.isOneTime ?? false,
      ...(test.rejection ? { rejection: test.rejection } : {}),
    };
  }
  const nonce = gateway.state.nonces[name];
  if (!nonce || gateway.clock.now() - nonce.createdAt > lifeMs) return { kind: 'unknown' };
  if (nonce.consumedAt !== null) return { kind: 'consumed' };
  const vaulted = nonce.token ? gateway.state.paymentMethods[nonce.token] : undefined;
  const instrument = vaulted?.instrument ?? nonce.instrument;
  if (!instrument) return { kind: 'unknown' };
  return {
    kind: 'good',
    instrument: structuredClone(instrument),
    token: vaulted?.token ?? null,
    nonce,
    threeDSecure: nonce.threeDSecure,
    isOneTime: nonce.isOneTime ?? false,
  };
}

import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { ConsentSigner } from '@kvitt/flows/kit/context';

/**
 * The signer of the consent ledger's heads.
 * @param key an Ed25519 private key: PKCS #8 as PEM, or its DER in base64, which fits into one line
 */
export function openConsentSigner(key: string): ConsentSigner {
  const privateKey = readKey(key);
  return {
    publicKey: createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64'),
    sign: (words) => sign(null, Buffer.from(words), privateKey).toString('base64'),
  };
}

/** Whether this is a key that the ledger can be signed with. */
export function isConsentKey(key: string): boolean {
  try {
    return readKey(key).asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
}

/** A new key, as it stands in CONSENT_SIGNING_KEY. */
export function makeConsentKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
}

function readKey(key: string): KeyObject {
  if (key.includes('BEGIN')) return createPrivateKey(key);
  return createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' });
}

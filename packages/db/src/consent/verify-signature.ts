import { createPublicKey, verify } from 'node:crypto';

/** Whether an Ed25519 signature is this key's; false too where one of them cannot be read. */
export function verifySignature(words: string, publicKey: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' && isOneWay(publicKey, signature)
      ? verify(null, Buffer.from(words), key, Buffer.from(signature, 'base64'))
      : false;
  } catch {
    return false;
  }
}

/** Base64 has letters that count for nothing at its end; a changed one must not pass for the same. */
function isOneWay(...texts: string[]): boolean {
  return texts.every((text) => Buffer.from(text, 'base64').toString('base64') === text);
}

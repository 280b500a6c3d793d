import { createECDH } from 'node:crypto';

/** A new pair of keys for the browsers' push services, base64url: a point of P-256 and its secret (RFC 8292, section 3.2). */
export function makePushKeys(): { publicKey: string; privateKey: string } {
  const ecdh = createECDH('prime256v1');
  ecdh.generateKeys();
  // A secret that begins with zeros is given without them, and has 32 bytes all the same.
  const secret = ecdh.getPrivateKey();
  const padded = Buffer.concat([Buffer.alloc(32 - secret.length), secret]);
  return { publicKey: ecdh.getPublicKey('base64url'), privateKey: padded.toString('base64url') };
}

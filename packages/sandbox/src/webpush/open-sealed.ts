import { createDecipheriv, createECDH, type ECDH, hkdfSync } from 'node:crypto';

/** What a browser holds of a subscription. */
export interface BrowserKeys {
  ecdh: ECDH;
  /** 16 random bytes that it shares with whoever may push. */
  auth: Buffer;
}

/** Opens a message of one record as a browser does: RFC 8291 over the encoding `aes128gcm` of RFC 8188. Throws where it was sealed for another. */
export function openSealed(sealed: Buffer, { ecdh, auth }: BrowserKeys): string {
  const salt = sealed.subarray(0, 16);
  const idLength = sealed[20] ?? 0;
  const sender = sealed.subarray(21, 21 + idLength);
  const record = sealed.subarray(21 + idLength);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), ecdh.getPublicKey(), sender]);
  const secret = hkdf(ecdh.computeSecret(sender), auth, info, 32);
  const key = hkdf(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = hkdf(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(record.subarray(-16));
  const padded = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
  // The last record's padding begins with a 2; what is before it is the message.
  const end = padded.lastIndexOf(2);
  return padded.subarray(0, end).toString('utf8');
}

/** Keys as a browser makes them when it subscribes. */
export function makeEcdh(): ECDH {
  const ecdh = createECDH('prime256v1');
  ecdh.generateKeys();
  return ecdh;
}

function hkdf(material: Buffer, salt: Buffer, info: Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', material, salt, info, length));
}

import { createHash, createHmac } from 'node:crypto';
import type { Settings } from '../state/gateway.ts';
import { writeXml, type XmlObject } from '../wire/write-xml.ts';

/** The two form fields of a notification. */
export interface SignedNotification {
  bt_signature: string;
  bt_payload: string;
}

/**
 * Writes a notification and signs it as the vendor does: base64 of the XML with a line break at its end, and over
 * that an HMAC-SHA1 whose key is the SHA1 of the private key. `at` is in milliseconds.
 */
export function signNotification(
  settings: Settings,
  kind: string,
  subject: XmlObject,
  at: number,
): SignedNotification {
  const xml = writeXml({ notification: { timestamp: new Date(at), kind, subject } });
  const payload = `${Buffer.from(xml).toString('base64')}\n`;
  return {
    bt_signature: `${settings.publicKey}|${digest(settings.privateKey, payload)}`,
    bt_payload: payload,
  };
}

function digest(privateKey: string, content: string): string {
  const key = createHash('sha1').update(privateKey).digest();
  return createHmac('sha1', key).update(content).digest('hex');
}

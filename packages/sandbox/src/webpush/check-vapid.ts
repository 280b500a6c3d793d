import { createPublicKey, verify } from 'node:crypto';

/** A day and a little for clocks that differ (RFC 8292, section 2). */
const LONGEST_MS = 24 * 3_600_000 + 60_000;

/**
 * Reads `Authorization: vapid t=…, k=…` (RFC 8292): the sender's public key where the token is signed with it, is for this
 * service and holds now; undefined where it is not so.
 * @param origin of the push service
 */
export function checkVapid(authorization: string, origin: string, nowMs: number): string | undefined {
  const [, token = '', key = ''] = /^vapid\s+t=([\w.-]+),\s*k=([\w-]+)$/i.exec(authorization) ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  if (point.length !== 65 || !isSigned(`${head}.${claims}`, signature, point)) return undefined;
  const read = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'));
  const endsMs = Number(read.exp) * 1_000;
  const holds = read.aud === origin && endsMs > nowMs && endsMs <= nowMs + LONGEST_MS;
  return holds && /^(mailto:|https:)/.test(read.sub) ? key : undefined;
}

function isSigned(words: string, signature: string, point: Buffer): boolean {
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  const given = Buffer.from(signature, 'base64url');
  return verify('sha256', Buffer.from(words), { key, dsaEncoding: 'ieee-p1363' }, given);
}

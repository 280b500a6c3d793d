import { createHash } from 'node:crypto';
import type { Visit } from './visit.ts';

/** Who agreed, as far as it may be kept: hashes, never an address or a browser in the clear. */
export function witness({ c, limits }: Visit): Record<string, string> {
  const hash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22);
  return {
    ipHash: hash(limits.addressOf(c)),
    userAgentHash: hash(c.req.header('user-agent') ?? ''),
  };
}

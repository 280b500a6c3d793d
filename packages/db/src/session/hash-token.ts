import { createHash } from 'node:crypto';

/** The hash under which a link is kept. A token is 94 random bits, so a plain hash has nothing to be guessed. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

import { createHash, randomBytes, randomInt } from 'node:crypto';
import { v7 } from 'uuid';
import type { Clock, Ids } from './context.ts';

/** No 0, O, I, l: an address that someone types from paper is not mistyped. */
const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

export function makeIds(clock: Clock): Ids {
  return {
    next: countIds(clock),
    derived: derivedId,
    code(...others) {
      for (;;) {
        const code = String(randomInt(10, 100));
        if (!others.includes(code)) return code;
      }
    },
    proof: () => String(randomInt(0, 1_000_000)).padStart(6, '0'),
    token: () => makeToken(randomBytes),
  };
}

/**
 * Ids that sort in the order in which this process made them, also those of one instant: two texts that are queued
 * together leave in their order. A clock that is set back does not set the ids back.
 */
function countIds(clock: Clock): () => string {
  let msecs = 0;
  let seq = 0;
  return () => {
    const now = clock.now().getTime();
    // The counter begins anywhere in the lower half of its 32 bits, so that it says nothing and has room to count.
    seq = now > msecs ? randomInt(2 ** 31) : seq + 1;
    msecs = Math.max(now, msecs);
    return v7({ msecs, seq });
  };
}

/**
 * A UUID (version 8) that keeps its parent's time prefix, so that it sorts beside it, and takes the rest from a hash of
 * parent and name.
 */
function derivedId(parent: string, name: string): string {
  const hash = createHash('sha256').update(`${parent}/${name}`).digest('hex');
  const hex = `${parent.replaceAll('-', '').slice(0, 12)}8${hash.slice(0, 3)}9${hash.slice(3, 18)}`;
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Bytes past the last whole multiple of 58 are thrown away, or the first letters would come up more often. */
function makeToken(bytes: (size: number) => Buffer): string {
  let token = '';
  while (token.length < 16) {
    for (const byte of bytes(24)) {
      if (byte < 232 && token.length < 16) token += BASE58[byte % 58];
    }
  }
  return token;
}

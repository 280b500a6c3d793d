import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/**
 * How often one address may ask for links that do not exist: a person mistypes a few times, a search for live links
 * needs many millions of tries.
 */
const MISSES = { points: 20, duration: 60 };

/** How often one link may try to pay, or have a fresh link texted, in a minute and in an hour. */
const TRIES = { points: 10, duration: 60 };
const FRESH = { points: 3, duration: 3600 };

/** How often one address may try to prove whose accounts it asks for; a household has a few phones behind one. */
const PROOFS = { points: 30, duration: 3600 };

/** Seconds until the caller may come again; undefined where there is room. */
type Verdict = number | undefined;

export interface Limits {
  /** Whether this address has missed too often already; counts nothing. */
  isTooManyMisses(c: Context): Promise<Verdict>;
  countMiss(c: Context): Promise<void>;
  countTry(token: string): Promise<Verdict>;
  countFreshLink(token: string): Promise<Verdict>;
  countProof(c: Context): Promise<Verdict>;
  /** Where a request comes from, as far as our own proxies know. */
  addressOf(c: Context): string;
}

/**
 * Counters in this process's memory: several processes allow a little more, none allows a search.
 * @param trustedProxies how many proxies of ours stand before us; behind one, every socket is the proxy's, and the last
 *   address that it was not told but saw itself is the visitor's
 */
export function createLimits(trustedProxies = 0): Limits {
  const address = (c: Context) => readAddress(c, trustedProxies);
  const misses = new RateLimiterMemory(MISSES);
  const tries = new RateLimiterMemory(TRIES);
  const fresh = new RateLimiterMemory(FRESH);
  const proofs = new RateLimiterMemory(PROOFS);
  return {
    async isTooManyMisses(c) {
      const used = await misses.get(address(c));
      return used && used.consumedPoints > MISSES.points ? Math.ceil(used.msBeforeNext / 1000) : undefined;
    },
    async countMiss(c) {
      await consume(misses, address(c));
    },
    countTry: (token) => consume(tries, token),
    countFreshLink: (token) => consume(fresh, token),
    countProof: (c) => consume(proofs, address(c)),
    addressOf: address,
  };
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<Verdict> {
  try {
    await limiter.consume(key);
    return undefined;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.ceil(refusal.msBeforeNext / 1000);
    throw refusal;
  }
}

function readAddress(c: Context, trustedProxies: number): string {
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-trustedProxies)?.trim();
  if (trustedProxies > 0 && forwarded) return forwarded;
  return c.env?.incoming ? (getConnInfo(c).remote.address ?? 'unknown') : 'unknown';
}

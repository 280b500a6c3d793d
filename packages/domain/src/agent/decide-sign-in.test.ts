import { expect, it } from 'vitest';
import { decideSignIn, TRIES, WINDOW_MS } from './decide-sign-in.ts';

const now = new Date('2026-11-20T15:00:00Z');
const ago = (ms: number) => new Date(now.getTime() - ms);
const tries = (count: number, ms: number) => Array.from({ length: count }, () => ago(ms));

it('lets an address try again after fewer wrong passwords than the limit', () => {
  expect(decideSignIn(tries(TRIES - 1, 1_000), now)).toEqual({ kind: 'open' });
});

it('locks an address at the limit, until the oldest of those tries has left the window', () => {
  expect(decideSignIn(tries(TRIES, 60_000), now)).toEqual({
    kind: 'locked',
    retryAfterMs: WINDOW_MS - 60_000,
  });
});

it('forgets tries that have left the window', () => {
  expect(decideSignIn([...tries(TRIES - 1, 1_000), ago(WINDOW_MS)], now)).toEqual({ kind: 'open' });
});

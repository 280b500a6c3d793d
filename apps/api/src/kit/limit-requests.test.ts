import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLimits, type Limits } from './limit-requests.ts';

const MINUTE_MS = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Asks from an address, as the server does: whether it has missed too often, or that it missed once more. */
async function from(address: string, limits: Limits, ask: 'isTooManyMisses' | 'countMiss'): Promise<unknown> {
  let answer: unknown;
  const app = new Hono();
  app.get('/', async (c) => {
    answer = await limits[ask](c);
    return c.text('');
  });
  const incoming = { socket: { remoteAddress: address, remotePort: 1, remoteFamily: 'IPv4' } };
  const { status } = await app.request('/', {}, { incoming });
  expect(status).toBe(200);
  return answer;
}

describe('links that do not exist', () => {
  it('are answered a few times a minute, then that address waits, and no other one does', async () => {
    const limits = createLimits();
    for (let miss = 1; miss <= 20; miss++) {
      await from('192.0.2.1', limits, 'countMiss');
      expect(await from('192.0.2.1', limits, 'isTooManyMisses')).toBeUndefined();
    }
    await from('192.0.2.1', limits, 'countMiss');
    expect(await from('192.0.2.1', limits, 'isTooManyMisses')).toBe(60);
    expect(await from('192.0.2.2', limits, 'isTooManyMisses')).toBeUndefined();
    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    expect(await from('192.0.2.1', limits, 'isTooManyMisses')).toBeUndefined();
  });

  it('are not counted by asking: who only reads genuine links never waits', async () => {
    const limits = createLimits();
    for (let visit = 0; visit < 100; visit++) {
      expect(await from('192.0.2.1', limits, 'isTooManyMisses')).toBeUndefined();
    }
  });
});

describe.each([
  ['tries to pay', 'countTry', 10, 60],
  ['fresh links', 'countFreshLink', 3, 3600],
] as const)('%s', (_, count, points, seconds) => {
  it(`are ${points} for a link within ${seconds} seconds, and the next is told how long to wait`, async () => {
    const limits = createLimits();
    for (let n = 0; n < points; n++) expect(await limits[count]('one')).toBeUndefined();
    expect(await limits[count]('one')).toBe(seconds);
    await vi.advanceTimersByTimeAsync(500 * seconds);
    expect(await limits[count]('one')).toBe(seconds / 2);
    await vi.advanceTimersByTimeAsync(500 * seconds);
    expect(await limits[count]('one')).toBeUndefined();
  });

  it('of one link do not hold up another', async () => {
    const limits = createLimits();
    for (let n = 0; n <= points; n++) await limits[count]('one');
    expect(await limits[count]('other')).toBeUndefined();
  });
});

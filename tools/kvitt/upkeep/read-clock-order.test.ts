import { describe, expect, it } from 'vitest';
import { readClockOrder } from './read-clock-order.ts';

const ZONE = 'America/New_York';

describe('a time to go to', () => {
  it.each([
    ['+3d', { kind: 'by', ms: 259_200_000 }],
    ['+36h', { kind: 'by', ms: 129_600_000 }],
    ['-1h', { kind: 'by', ms: -3_600_000 }],
    ['next-text', { kind: 'next-text' }],
    ['reset', { kind: 'reset' }],
    [undefined, { kind: 'show' }],
  ])('%s is read', (text, wish) => {
    expect(readClockOrder(text, ZONE)).toEqual(wish);
  });

  it.each([
    ['2026-12-24T09:00', '2026-12-24T14:00:00Z'],
    ['2026-07-04 09:00', '2026-07-04T13:00:00Z'],
    ['2026-12-24', '2026-12-24T05:00:00Z'],
    // The first instant of winter time and the hour that spring skips.
    ['2026-11-01T03:00', '2026-11-01T08:00:00Z'],
    ['2026-03-08T02:30', '2026-03-08T07:30:00Z'],
    ['2026-12-24T09:00+01:00', '2026-12-24T08:00:00Z'],
    ['2026-12-24T09:00Z', '2026-12-24T09:00:00Z'],
  ])('%s is that time where the biller is, or where it says', (text, at) => {
    expect(readClockOrder(text, ZONE)).toEqual({ kind: 'to', atMs: Date.parse(at) });
  });

  it.each(['tomorrow', '3d', '+3y', '2026-02-30', '2026-12-24T25:00', ''])('%j is not', (text) => {
    expect(readClockOrder(text, ZONE)).toMatchObject({ kind: 'unreadable' });
  });
});

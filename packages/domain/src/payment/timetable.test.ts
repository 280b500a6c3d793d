import { describe, expect, it } from 'vitest';
import {
  isPastQuarantine,
  nextAskInMs,
  nextLateLookInMs,
  PROCESSOR_TIMEOUT_MS,
  QUARANTINE_MS,
  UNKNOWN_LIMIT_MS,
} from './timetable.ts';

const STARTED = new Date('2026-11-20T15:00:00Z');
const startedFor = (ms: number) => new Date(STARTED.getTime() + ms);

describe('when to ask about an unknown payment', () => {
  it('is soon at first, and at no time more than ten minutes away', () => {
    const waits = Array.from({ length: 40 }, (_, asked) => nextAskInMs(asked));
    expect(waits[0]).toBe(5_000);
    for (const wait of waits) {
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(600_000);
    }
    const firstMinutes = waits.slice(0, 4).reduce((sum, wait) => sum + wait, 0);
    expect(firstMinutes).toBeLessThan(180_000);
  });

  it('includes a time soon after the quarantine, so that a lost payment is not left waiting', () => {
    const times = Array.from({ length: 11 }, (_, n) =>
      Array.from({ length: n + 1 }, (_, asked) => nextAskInMs(asked)).reduce((sum, wait) => sum + wait, 0),
    );
    const believed = PROCESSOR_TIMEOUT_MS + QUARANTINE_MS;
    expect(times.some((time) => time >= believed && time <= believed + 60_000)).toBe(true);
    expect(times.filter((time) => time < UNKNOWN_LIMIT_MS).length).toBeGreaterThan(5);
  });
});

describe('isPastQuarantine', () => {
  it('waits for longer than a call can have been under way, and then for longer than it can take to land', () => {
    const believed = PROCESSOR_TIMEOUT_MS + QUARANTINE_MS;
    expect(isPastQuarantine(STARTED, startedFor(believed - 1))).toBe(false);
    expect(isPastQuarantine(STARTED, startedFor(believed))).toBe(true);
    // The processor's own limit for a request is 60 s.
    expect(QUARANTINE_MS).toBeGreaterThanOrEqual(2 * 60_000);
  });
});

describe('looking for a sale that lands late', () => {
  it('goes on for a day, and then ends', () => {
    const waits = [];
    for (let wait = nextLateLookInMs(0); wait !== undefined; wait = nextLateLookInMs(waits.length))
      waits.push(wait);
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThanOrEqual(24 * 3_600_000);
    expect(waits.length).toBeLessThan(10);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayName } from './day-number.ts';
import { localDate } from './local-date.ts';
import { localInstant } from './local-instant.ts';

describe('localInstant', () => {
  it.each([
    ['2026-12-01', 600, 'America/New_York', '2026-12-01T15:00:00.000Z'],
    ['2026-07-01', 600, 'Europe/Stockholm', '2026-07-01T08:00:00.000Z'],
    // The clocks go forward at two: half past two is shown by nobody's, and comes an hour later.
    ['2026-03-08', 150, 'America/New_York', '2026-03-08T07:30:00.000Z'],
    ['2026-03-29', 150, 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    // They go back at two: half past one is shown twice, and the first of them counts.
    ['2026-11-01', 90, 'America/New_York', '2026-11-01T05:30:00.000Z'],
    // By half an hour only.
    ['2026-10-04', 135, 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
    ['2026-12-31', 1440, 'UTC', '2027-01-01T00:00:00.000Z'],
  ])('%s at minute %i in %s', (day, minute, zone, instant) => {
    expect(new Date(localInstant(day, minute, zone)).toISOString()).toBe(instant);
  });

  it('of any day at noon falls on that day', () => {
    const zones = ['America/New_York', 'Europe/Oslo', 'Pacific/Apia', 'Asia/Kathmandu'];
    fc.assert(
      fc.property(fc.integer({ min: 15_400, max: 30_000 }), fc.constantFrom(...zones), (days, zone) => {
        const day = dayName(days);
        expect(localDate(new Date(localInstant(day, 720, zone)), zone)).toBe(day);
      }),
    );
  });
});

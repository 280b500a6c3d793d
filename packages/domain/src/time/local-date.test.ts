import { describe, expect, it } from 'vitest';
import { localDate } from './local-date.ts';

describe('localDate', () => {
  it.each([
    ['2026-11-20T04:59:59Z', 'America/New_York', '2026-11-19'],
    ['2026-11-20T05:00:00Z', 'America/New_York', '2026-11-20'],
    ['2026-11-20T23:30:00Z', 'Europe/Stockholm', '2026-11-21'],
    ['2026-11-20T10:00:00Z', 'Pacific/Kiritimati', '2026-11-21'],
    ['2026-11-20T10:00:00Z', 'Pacific/Pago_Pago', '2026-11-19'],
    // The hour that a clock shows twice, and the one that it skips.
    ['2026-11-01T05:30:00Z', 'America/New_York', '2026-11-01'],
    ['2026-03-08T07:00:00Z', 'America/New_York', '2026-03-08'],
    ['2028-02-29T12:00:00Z', 'UTC', '2028-02-29'],
    ['2026-12-31T23:59:59.999Z', 'UTC', '2026-12-31'],
  ])('%s in %s is %s', (instant, zone, date) => {
    expect(localDate(new Date(instant), zone)).toBe(date);
  });

  it('refuses a zone that there is not', () => {
    expect(() => localDate(new Date(0), 'Mars/Olympus')).toThrow(RangeError);
  });
});

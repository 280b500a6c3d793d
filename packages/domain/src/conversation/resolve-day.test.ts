import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysUntil } from '../locale/calendar-day.ts';
import { LANGUAGES, type Language } from '../locale/language.ts';
import type { WrittenDay } from './intent.ts';
import { resolveDay } from './resolve-day.ts';

/** A Friday. */
const TODAY = '2026-11-20';
const pair = (first: number, second: number, year?: number): WrittenDay => ({
  by: 'pair',
  first,
  second,
  ...(year !== undefined && { year }),
});

describe('resolveDay', () => {
  it.each<[string, Language, WrittenDay, string]>([
    ['today', 'en', { by: 'days-ahead', days: 0 }, '2026-11-20'],
    ['tomorrow', 'en', { by: 'days-ahead', days: 1 }, '2026-11-21'],
    ['over the end of a year', 'en', { by: 'days-ahead', days: 42 }, '2027-01-01'],
    ['Monday', 'en', { by: 'weekday', weekday: 0 }, '2026-11-23'],
    ['Saturday', 'en', { by: 'weekday', weekday: 5 }, '2026-11-21'],
    ['Friday, said on one', 'en', { by: 'weekday', weekday: 4 }, '2026-11-27'],
    ['the 20th, said on it', 'en', { by: 'day-of-month', day: 20 }, '2026-11-20'],
    ['the 15th, which is over', 'en', { by: 'day-of-month', day: 15 }, '2026-12-15'],
    ['the 31st, which November lacks', 'en', { by: 'day-of-month', day: 31 }, '2026-12-31'],
    ['12/4 in English', 'en', pair(12, 4), '2026-12-04'],
    ['12/4 in Swedish', 'sv', pair(12, 4), '2027-04-12'],
    ['4/12 in Norwegian', 'nb', pair(4, 12), '2026-12-04'],
    ['4/12 in German', 'de', pair(4, 12), '2026-12-04'],
    ['25/12 in English, which has no 25th month', 'en', pair(25, 12), '2026-12-25'],
    ['12/25 in Spanish, which has none either', 'es', pair(12, 25), '2026-12-25'],
    ['1/15, which is over this year', 'en', pair(1, 15), '2027-01-15'],
    [
      'February 29 of the year that has one',
      'en',
      { by: 'month', month: 2, day: 29, year: 2028 },
      '2028-02-29',
    ],
    ['the end of the month', 'en', { by: 'month-end' }, '2026-11-30'],
  ])('%s', (_, language, written, date) => {
    expect(resolveDay(written, { today: TODAY, language })).toEqual({ kind: 'day', date });
  });

  it.each<[string, WrittenDay, string]>([
    ['a day with its year that is over', pair(11, 19, 2026), 'past'],
    ['30 February', { by: 'month', month: 2, day: 30 }, 'no-such-day'],
    ['13/13', pair(13, 13), 'no-such-day'],
    ['31 April with its year', { by: 'month', month: 4, day: 31, year: 2027 }, 'no-such-day'],
  ])('refuses %s', (_, written, kind) => {
    expect(resolveDay(written, { today: TODAY, language: 'en' })).toEqual({ kind });
  });

  it('never gives a day that is over, nor one more than a year and a day away', () => {
    const today = fc
      .date({ min: new Date('2024-01-01'), max: new Date('2031-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const written = fc.oneof<fc.Arbitrary<WrittenDay>[]>(
      fc.record({ by: fc.constant('weekday'), weekday: fc.nat(6) }),
      fc.record({ by: fc.constant('day-of-month'), day: fc.integer({ min: 1, max: 31 }) }),
      fc.record({
        by: fc.constant('month'),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 31 }),
      }),
      fc.record({
        by: fc.constant('pair'),
        first: fc.integer({ min: 1, max: 31 }),
        second: fc.integer({ min: 1, max: 31 }),
      }),
      fc.record({ by: fc.constant('days-ahead'), days: fc.nat(366) }),
      fc.record({ by: fc.constant('month-end') }),
    );
    fc.assert(
      fc.property(written, today, fc.constantFrom(...LANGUAGES), (one, now, language) => {
        const found = resolveDay(one, { today: now, language });
        if (found.kind !== 'day') return;
        expect(daysUntil(found.date, now)).toBeGreaterThanOrEqual(0);
        expect(daysUntil(found.date, now)).toBeLessThanOrEqual(366);
      }),
    );
  });
});

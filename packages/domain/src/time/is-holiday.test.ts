import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayName, dayNumber, weekday, yearOf } from './day-number.ts';
import { easterSunday } from './easter-sunday.ts';
import { CALENDARS, type Calendar, isHoliday } from './is-holiday.ts';

describe('isHoliday', () => {
  it.each<[Calendar, string, string | undefined]>([
    ['US_MIN', '2026-11-26', 'Thanksgiving'],
    ['US_MIN', '2026-07-03', undefined],
    ['US_MIN', '2026-07-04', 'Independence Day'],
    ['US', '2026-07-03', 'Independence Day (observed)'],
    ['US', '2027-12-31', "New Year's Day (observed)"],
    ['US', '2027-07-05', 'Independence Day (observed)'],
    ['US', '2026-09-07', 'Labor Day'],
    ['US', '2026-05-25', 'Memorial Day'],
    ['NO', '2027-05-17', 'Constitution Day'],
    ['NO', '2027-03-25', 'Maundy Thursday'],
    ['NO', '2027-03-27', undefined],
    ['NO', '2026-12-24', undefined],
    ['SE', '2027-01-06', 'Epiphany'],
    ['SE', '2027-06-25', 'Midsummer Eve'],
    ['SE', '2027-06-26', 'Midsummer Day'],
    ['SE', '2026-10-31', "All Saints' Day"],
    ['SE', '2026-12-24', 'Christmas Eve'],
    ['SE', '2026-12-31', "New Year's Eve"],
    ['SE', '2027-05-17', undefined],
    ['DE', '2026-10-03', 'German Unity Day'],
    ['DE', '2026-05-14', 'Ascension Day'],
    ['DE', '2026-11-01', undefined],
    ['GB', '2026-12-26', 'Boxing Day'],
    ['GB', '2026-12-28', 'Boxing Day (substitute day)'],
    ['GB', '2027-12-27', 'Christmas Day (substitute day)'],
    ['GB', '2027-12-28', 'Boxing Day (substitute day)'],
    ['GB', '2022-12-27', 'Christmas Day (substitute day)'],
    ['GB', '2028-01-03', "New Year's Day (substitute day)"],
    ['GB', '2027-08-30', 'Summer Bank Holiday'],
    ['GB', '2027-05-31', 'Spring Bank Holiday'],
    ['GB', '2027-05-17', undefined],
  ])('%s %s: %s', (calendar, day, name) => {
    expect(isHoliday(calendar, day)).toBe(name);
  });

  it('refuses a day that there is not', () => {
    expect(() => isHoliday('SE', '2026-02-29')).toThrow(RangeError);
    expect(() => isHoliday('SE', 'Tuesday')).toThrow(RangeError);
  });

  it('knows between four and twenty days of every year in every calendar', () => {
    for (const calendar of CALENDARS) {
      for (let year = 2020; year < 2060; year++) {
        let days = 0;
        for (let day = dayNumber(year, 1, 1); day < dayNumber(year + 1, 1, 1); day++) {
          if (isHoliday(calendar, dayName(day))) days += 1;
        }
        expect(days).toBeGreaterThanOrEqual(4);
        expect(days).toBeLessThanOrEqual(20);
      }
    }
  });
});

describe('easterSunday', () => {
  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    // The two years that a simpler rule gets wrong.
    [1954, '1954-04-18'],
    [1981, '1981-04-19'],
  ])('%s: %s', (year, day) => {
    expect(dayName(easterSunday(year))).toBe(day);
  });
});

describe('dayNumber', () => {
  it('counts days as UTC does, back and forth', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_000, max: 100_000 }), (days) => {
        const name = dayName(days);
        expect(name).toBe(new Date(days * 86_400_000).toISOString().slice(0, 10));
        const [year = 0, month = 0, day = 0] = name.split('-').map(Number);
        expect(dayNumber(year, month, day)).toBe(days);
        expect(yearOf(days)).toBe(year);
        expect(weekday(days)).toBe((new Date(days * 86_400_000).getUTCDay() + 6) % 7);
      }),
    );
  });
});

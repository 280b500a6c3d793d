import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText } from '../message/normalise-text.ts';
import { money } from '../money/money.ts';
import { daysUntil } from './calendar-day.ts';
import { formatDueDate } from './format-due-date.ts';
import { formatMoney } from './format-money.ts';

describe('formatMoney', () => {
  it.each([
    ['en', 'USD', 8_420, '$84.20'],
    ['en', 'USD', 128_420, '$1,284.20'],
    ['en', 'USD', 5, '$0.05'],
    ['en', 'USD', -500, '-$5.00'],
    ['es', 'USD', 8_420, '$84.20'],
    ['de', 'EUR', 128_420, '1.284,20 €'],
    ['sv', 'SEK', 49_900, '499,00 kr'],
    ['nb', 'NOK', 128_420, '1 284,20 kr'],
  ] as const)('writes for %s in %s %i minor units as %s', (language, currency, minor, words) => {
    expect(normaliseText(formatMoney(money(minor, currency), language))).toBe(words);
  });

  it('follows the country where it is named', () => {
    expect(formatMoney(money(8_420, 'GBP'), 'en', 'en-GB')).toBe('£84.20');
  });

  it('loses no cent of any safe amount', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (minor) => {
        const digits = formatMoney(money(minor, 'USD'), 'en').replace(/\D/g, '');
        expect(BigInt(digits)).toBe(BigInt(Math.abs(minor)));
      }),
    );
  });
});

describe('formatDueDate', () => {
  it.each([
    ['en', 'text', 'Fri, Nov 27'],
    ['en', 'page', 'Friday, November 27'],
    ['en', 'record', 'Nov 27, 2026'],
    ['de', 'page', 'Freitag, 27. November'],
    ['sv', 'page', 'fredag 27 november'],
    ['nb', 'page', 'fredag 27. november'],
    ['es', 'page', 'viernes, 27 de noviembre'],
  ] as const)('writes for %s on a %s: %s', (language, style, words) => {
    expect(formatDueDate('2026-11-27', language, style)).toBe(words);
  });

  it.each(['2026-02-30', '2026-13-01', '2026-00-10', '2026-11-00', '27.11.2026', ''])(
    'refuses %s',
    (text) => {
      expect(() => formatDueDate(text, 'en')).toThrow(RangeError);
    },
  );
});

describe('daysUntil', () => {
  it.each([
    ['2026-11-27', '2026-11-27', 0],
    ['2026-11-28', '2026-11-27', 1],
    ['2026-11-20', '2026-11-27', -7],
    ['2028-03-01', '2028-02-28', 2],
    ['2027-03-28', '2027-03-27', 1],
  ])('from %s back to %s is %i', (date, today, days) => {
    expect(daysUntil(date, today)).toBe(days);
  });

  it('counts forth as it counts back', () => {
    const day = fc
      .date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(daysUntil(a, b) + daysUntil(b, a)).toBe(0);
      }),
    );
  });
});

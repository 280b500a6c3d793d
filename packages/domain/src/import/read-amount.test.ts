import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Currency } from '../money/money.ts';
import { type DecimalSign, readAmount } from './read-amount.ts';

const readAll: [DecimalSign, Currency, string, number][] = [
  ['.', 'USD', '55.94', 5594],
  ['.', 'USD', '55.9', 5590],
  ['.', 'USD', '55', 5500],
  ['.', 'USD', '0.01', 1],
  ['.', 'USD', '1,234.50', 123450],
  ['.', 'USD', '1,234,567', 123456700],
  ['.', 'USD', '1,500', 150000],
  ['.', 'USD', '1 234.50', 123450],
  ['.', 'USD', '$1,234.50', 123450],
  ['.', 'USD', 'USD 12', 1200],
  ['.', 'USD', '12 USD', 1200],
  ['.', 'GBP', '£3.20', 320],
  [',', 'EUR', '1.234,50 €', 123450],
  [',', 'EUR', '1.500', 150000],
  [',', 'EUR', '55,94', 5594],
  [',', 'SEK', '1\u00a0234,50 kr', 123450],
  [',', 'NOK', '12\u202f345', 1234500],
  ['.', 'EUR', "1'234.50", 123450],
];

const refused: [DecimalSign, string, string][] = [
  ['.', '55,94', 'NOT_AN_AMOUNT'],
  ['.', '1,23,456', 'NOT_AN_AMOUNT'],
  ['.', '1,234 567', 'NOT_AN_AMOUNT'],
  ['.', '1234,567', 'NOT_AN_AMOUNT'],
  ['.', '12.', 'NOT_AN_AMOUNT'],
  ['.', '.5', 'NOT_AN_AMOUNT'],
  ['.', '1e3', 'NOT_AN_AMOUNT'],
  ['.', '=1+1', 'NOT_AN_AMOUNT'],
  ['.', '€5', 'NOT_AN_AMOUNT'],
  ['.', 'twelve', 'NOT_AN_AMOUNT'],
  ['.', '١٢', 'NOT_AN_AMOUNT'],
  [',', '55.94', 'NOT_AN_AMOUNT'],
  ['.', '55.941', 'TOO_MANY_DECIMALS'],
  ['.', '1.500', 'TOO_MANY_DECIMALS'],
  ['.', '0', 'NOT_POSITIVE'],
  ['.', '0.00', 'NOT_POSITIVE'],
  ['.', '-5.00', 'NOT_POSITIVE'],
  ['.', '-$5.00', 'NOT_POSITIVE'],
  ['.', '$-5.00', 'NOT_POSITIVE'],
  ['.', '5.00-', 'NOT_POSITIVE'],
  ['.', '(5.00)', 'NOT_POSITIVE'],
  ['.', '\u22125', 'NOT_POSITIVE'],
  ['.', '100000000.01', 'AMOUNT_TOO_LARGE'],
  ['.', '99999999999999999999', 'AMOUNT_TOO_LARGE'],
];

describe('readAmount', () => {
  it.each(readAll)('with a decimal %s in %s reads %s as %d', (decimal, currency, text, minor) => {
    expect(readAmount(text, decimal, currency)).toEqual({ kind: 'read', value: minor });
  });

  it.each(refused)('with a decimal %s refuses %s as %s', (decimal, text, code) => {
    expect(readAmount(text, decimal, 'USD')).toMatchObject({ kind: 'misread', code });
  });

  it('reads back to the cent what it is written as, with and without thousands', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000_000 }), fc.boolean(), (minor, grouped) => {
        const text = new Intl.NumberFormat('en-US', {
          minimumFractionDigits: 2,
          useGrouping: grouped,
        }).format(minor / 100);
        expect(readAmount(text, '.', 'USD')).toEqual({ kind: 'read', value: minor });
      }),
    );
  });
});

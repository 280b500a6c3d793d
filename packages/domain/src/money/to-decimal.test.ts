import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from './money.ts';
import { fromDecimal, toDecimal } from './to-decimal.ts';

describe('toDecimal', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [50, '0.50'],
    [8420, '84.20'],
    [100_00, '100.00'],
    [123_456_789_012_34, '123456789012.34'],
  ])('writes %s cents as %s', (minor, decimal) => {
    expect(toDecimal(money(minor, 'USD'))).toBe(decimal);
  });

  it('never writes a negative amount', () => {
    expect(() => toDecimal(money(-1, 'USD'))).toThrow(RangeError);
  });

  it('is read back to the very same amount', () => {
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (minor) => {
        expect(fromDecimal(toDecimal(money(minor, 'EUR')), 'EUR')).toEqual(money(minor, 'EUR'));
      }),
    );
  });
});

describe('fromDecimal', () => {
  it.each([
    ['84', 8400],
    ['84.2', 8420],
    ['84.20', 8420],
    ['0.01', 1],
    ['007', 700],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('reads %s as %s cents', (text, minor) => {
    expect(fromDecimal(text, 'USD')).toEqual({ minor, currency: 'USD' });
  });

  it.each([
    '90071992547409.92',
    '9'.repeat(400),
    '1.00\n',
    '',
    '.',
    '84.',
    '.50',
    '-1',
    '+1',
    '1,00',
    '1.234',
    '1e3',
    ' 1',
    '1 ',
    '0x10',
    'NaN',
    '١',
  ])('reads nothing in %j', (text) => {
    expect(fromDecimal(text, 'USD')).toBeUndefined();
  });
});

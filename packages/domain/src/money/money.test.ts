import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, allocate, CURRENCIES, isSame, money, subtract } from './money.ts';

const aCurrency = fc.constantFrom(...CURRENCIES);
const minors = fc.integer({ min: -1e12, max: 1e12 });

describe('money', () => {
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
    'refuses %s: it is no whole number of cents',
    (minor) => {
      expect(() => money(minor, 'USD')).toThrow(RangeError);
    },
  );

  it('adds and subtracts to the cent, and the one undoes the other', () => {
    fc.assert(
      fc.property(minors, minors, aCurrency, (a, b, currency) => {
        const sum = add(money(a, currency), money(b, currency));
        expect(sum).toEqual({ minor: a + b, currency });
        expect(isSame(subtract(sum, money(b, currency)), money(a, currency))).toBe(true);
      }),
    );
  });

  it('refuses to add or subtract two currencies, and never calls them the same', () => {
    const [dollar, euro] = [money(100, 'USD'), money(100, 'EUR')];
    expect(() => add(dollar, euro)).toThrow(TypeError);
    expect(() => subtract(dollar, euro)).toThrow(TypeError);
    expect(isSame(dollar, euro)).toBe(false);
  });

  it('refuses a sum that no longer is exact', () => {
    expect(() => add(money(Number.MAX_SAFE_INTEGER, 'USD'), money(1, 'USD'))).toThrow(RangeError);
  });
});

describe('allocate', () => {
  const weights = fc
    .array(fc.oneof(fc.nat({ max: 5 }), fc.maxSafeNat()), { minLength: 1, maxLength: 12 })
    .filter((all) => all.some((weight) => weight > 0));

  it('gives parts that add up to the amount to the cent, each within a cent of its share', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), weights, (minor, shares) => {
        const parts = allocate(money(minor, 'USD'), shares);
        const total = shares.reduce((sum, share) => sum + BigInt(share), 0n);
        expect(parts.reduce((sum, part) => sum + BigInt(part.minor), 0n)).toBe(BigInt(minor));
        parts.forEach((part, index) => {
          const off = BigInt(part.minor) * total - BigInt(minor) * BigInt(shares[index] ?? 0);
          expect(off < 0n ? -off : off).toBeLessThanOrEqual(total);
          if (shares[index] === 0) expect(part.minor).toBe(0);
        });
      }),
    );
  });

  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [5, [0, 1], [0, 5]],
    [1, [0, 1, 1], [0, 1, 0]],
    [Number.MAX_SAFE_INTEGER, [1, Number.MAX_SAFE_INTEGER - 1], [1, Number.MAX_SAFE_INTEGER - 1]],
    [1, [1, 1], [1, 0]],
    [0, [1, 2], [0, 0]],
  ])('splits %s cents by %j into %j', (minor, shares, parts) => {
    expect(allocate(money(minor, 'USD'), shares).map((part) => part.minor + 0)).toEqual(parts);
  });

  it.each([[[]], [[0, 0]], [[1, -1]], [[-1, 3]], [[Number.NaN]], [[0.5]]])(
    'refuses %j: they share nothing',
    (shares) => {
      expect(() => allocate(money(100, 'USD'), shares)).toThrow(RangeError);
    },
  );
});

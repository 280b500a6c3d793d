import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRates } from './compare-rates.ts';

describe('the difference of two rates', () => {
  // Table II of Newcombe's paper, method 10.
  it.each([
    [{ hits: 56, of: 70 }, { hits: 48, of: 80 }, 0.2, 0.0524, 0.3339],
    [{ hits: 9, of: 10 }, { hits: 3, of: 10 }, 0.6, 0.1705, 0.809],
    [{ hits: 5, of: 56 }, { hits: 0, of: 29 }, 0.0893, -0.0381, 0.1926],
    [{ hits: 0, of: 10 }, { hits: 0, of: 20 }, 0, -0.1611, 0.2775],
    [{ hits: 10, of: 10 }, { hits: 0, of: 20 }, 1, 0.6791, 1],
  ])('of %o and %o has the published interval', (one, other, estimate, low, high) => {
    const found = compareRates(one, other);
    expect(found?.estimate).toBeCloseTo(estimate, 4);
    expect(found?.low).toBeCloseTo(low, 4);
    expect(found?.high).toBeCloseTo(high, 4);
  });

  it('of an empty group is not known', () => {
    expect(compareRates({ hits: 0, of: 0 }, { hits: 1, of: 2 })).toBeUndefined();
  });

  it('lies within its interval, which lies within what is possible, and turns with its sides', () => {
    const share = fc
      .tuple(fc.integer({ min: 1, max: 5_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([of, part]) => ({ of, hits: Math.round(of * part) }));
    fc.assert(
      fc.property(share, share, (one, other) => {
        const found = compareRates(one, other);
        const turned = compareRates(other, one);
        if (!found || !turned) throw new Error('no group is empty');
        expect(found.low).toBeLessThanOrEqual(found.estimate + 1e-12);
        expect(found.high).toBeGreaterThanOrEqual(found.estimate - 1e-12);
        expect(found.low).toBeGreaterThanOrEqual(-1 - 1e-9);
        expect(found.high).toBeLessThanOrEqual(1 + 1e-9);
        expect(turned.low).toBeCloseTo(-found.high, 9);
      }),
    );
  });
});

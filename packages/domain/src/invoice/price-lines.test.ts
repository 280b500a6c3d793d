import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PricedItem, priceLines, sumTaxes } from './price-lines.ts';

const item = (quantityMilli: number, unitMinor: number, taxRateMilli: number): PricedItem => ({
  description: 'x',
  quantityMilli,
  unitMilli: unitMinor * 1_000,
  taxRateMilli,
});

describe('priceLines', () => {
  it.each([
    ['one line without tax', [item(1_000, 8_420, 0)], [8_420, 0, 8_420]],
    ['Swedish tax of a quarter', [item(1_000, 40_000, 25_000)], [40_000, 10_000, 50_000]],
    ['a rate with three decimals', [item(1_000, 10_000, 8_875)], [10_000, 888, 10_888]],
    ['half a cent of a line rounds up', [item(1_500, 333, 0)], [500, 0, 500]],
    ['half a cent of a credit rounds away from nothing', [item(1_500, -333, 0)], [-500, 0, -500]],
    ['tax is rounded once for a rate', [item(1_000, 2, 25_000), item(1_000, 2, 25_000)], [4, 1, 5]],
    ['a price below a cent', [{ ...item(412_000, 0, 0), unitMilli: 12_340 }], [5_084, 0, 5_084]],
    ['two rates', [item(2_000, 1_000, 25_000), item(1_000, 500, 6_000)], [2_500, 530, 3_030]],
    ['a line that takes off', [item(1_000, 1_000, 25_000), item(1_000, -200, 25_000)], [800, 200, 1_000]],
  ])('%s', (_, items, [net, tax, total]) => {
    const priced = priceLines(items);
    expect([priced.netMinor, priced.taxMinor, priced.totalMinor]).toEqual([net, tax, total]);
  });

  it('always adds up: lines, rates and bill say the same to the cent', () => {
    const anyItem = fc.record({
      description: fc.constant('x'),
      quantityMilli: fc.integer({ min: 1, max: 5_000_000 }),
      unitMilli: fc.integer({ min: -100_000_000, max: 100_000_000 }),
      taxRateMilli: fc.constantFrom(0, 6_000, 8_875, 12_000, 19_000, 25_000),
    });
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 30 }), (items) => {
        const priced = priceLines(items);
        expect(sumTaxes(priced.lines)).toEqual(priced.taxes);
        expect(priced.taxes.reduce((sum, { taxMinor }) => sum + taxMinor, 0)).toBe(priced.taxMinor);
        for (const { netMinor, taxMinor, taxRateMilli } of priced.taxes) {
          expect(Math.abs(taxMinor - (netMinor * taxRateMilli) / 100_000)).toBeLessThanOrEqual(0.5);
        }
      }),
    );
  });
});

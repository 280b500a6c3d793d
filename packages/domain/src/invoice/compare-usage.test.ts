import { describe, expect, it } from 'vitest';
import { compareUsage, type UsedOnBill } from './compare-usage.ts';

const used = (
  invoiceId: string,
  on: string,
  quantityMilli: number,
  description = 'Electricity',
): UsedOnBill => ({
  invoiceId,
  on,
  description,
  quantityMilli,
});

describe('compareUsage', () => {
  it('sets what was used on each bill beside the one before, oldest first', () => {
    const bills = [
      used('c', '2026-11-01', 300_000),
      used('a', '2026-09-01', 200_000, 'electricity '),
      used('b', '2026-10-01', 400_000),
    ];
    expect(compareUsage(bills, 'c')).toEqual([
      {
        description: 'Electricity',
        bills: [
          { on: '2026-09-01', quantityMilli: 200_000 },
          { on: '2026-10-01', quantityMilli: 400_000 },
          { on: '2026-11-01', quantityMilli: 300_000 },
        ],
        changePercent: -25,
      },
    ]);
  });

  it.each([
    ['there is no earlier bill', [used('c', '2026-11-01', 300_000)]],
    ['it is the same on every bill', [used('b', '2026-10-01', 1_000), used('c', '2026-11-01', 1_000)]],
    ['the bill before had none of it', [used('b', '2026-10-01', 0), used('c', '2026-11-01', 5_000)]],
    ['it was given back', [used('b', '2026-10-01', 2_000), used('c', '2026-11-01', -5_000)]],
    ['it is of another thing', [used('b', '2026-10-01', 2_000, 'Water'), used('c', '2026-11-01', 5_000)]],
  ])('says nothing where %s', (_, bills) => {
    expect(compareUsage(bills, 'c')).toEqual([]);
  });

  it('goes back a year and the same month before, and not to bills that came after', () => {
    const months = Array.from({ length: 20 }, (_, at) =>
      used(
        `m${at}`,
        `20${25 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`,
        (at + 1) * 1_000,
      ),
    );
    const [usage] = compareUsage(months, 'm15');
    expect(usage?.bills).toHaveLength(13);
    expect(usage?.bills.at(-1)).toEqual({ on: '2026-04-01', quantityMilli: 16_000 });
  });
});

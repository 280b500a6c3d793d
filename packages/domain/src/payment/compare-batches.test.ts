import { describe, expect, it } from 'vitest';
import { type BatchTotal, compareBatches } from './compare-batches.ts';

const total = (traits: Partial<BatchTotal> = {}): BatchTotal => ({
  account: 'acme',
  kind: 'sale',
  currency: 'USD',
  count: 2,
  minor: 9_000,
  ...traits,
});
const refunds = total({ kind: 'refund', count: 1, minor: 500 });

describe('a settled day', () => {
  it.each<[string, BatchTotal[], BatchTotal[]]>([
    ['nothing on either side', [], []],
    ['the same totals, in any order', [total(), refunds], [refunds, total()]],
  ])('has no difference: %s', (_, ours, theirs) => {
    expect(compareBatches('2026-11-20', ours, theirs)).toEqual([]);
  });

  it.each<[string, BatchTotal[], BatchTotal[], [string, number, number][]]>([
    ['a cent', [total()], [total({ minor: 9_001 })], [['2026-11-20/acme/sale', 9_000, 9_001]]],
    ['as much by more moves', [total()], [total({ count: 3 })], [['2026-11-20/acme/sale', 9_000, 9_000]]],
    ['nothing posted', [], [refunds], [['2026-11-20/acme/refund', 0, 500]]],
    ['nothing settled', [total()], [], [['2026-11-20/acme/sale', 9_000, 0]]],
    [
      'another account',
      [total()],
      [total({ account: 'branch' })],
      [
        ['2026-11-20/acme/sale', 9_000, 0],
        ['2026-11-20/branch/sale', 0, 9_000],
      ],
    ],
  ])('differs by %s', (_, ours, theirs, expected) => {
    const found = compareBatches('2026-11-20', ours, theirs);
    expect(found.map(({ subject, oursMinor, theirsMinor }) => [subject, oursMinor, theirsMinor])).toEqual(
      expected,
    );
  });
});

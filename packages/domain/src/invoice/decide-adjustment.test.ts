import { describe, expect, it } from 'vitest';
import { money } from '../money/money.ts';
import type { ManualAdjustment } from './adjustment.ts';
import { type AdjustmentFacts, type AdjustmentRefusal, decideAdjustment } from './decide-adjustment.ts';

const FACTS: AdjustmentFacts = {
  amountDue: money(8420, 'USD'),
  isInFlight: false,
  writtenOffMinor: 300,
  feesMinor: 500,
};

describe('decideAdjustment', () => {
  it.each<[ManualAdjustment, number, Partial<AdjustmentFacts>, AdjustmentRefusal | undefined]>([
    ['credit-note', 8420, {}, undefined],
    ['credit-note', 8421, {}, 'too-much'],
    ['credit-note', 0, {}, 'bad-amount'],
    ['credit-note', 1.5, {}, 'bad-amount'],
    ['credit-note', 100, { isInFlight: true }, 'in-flight'],
    ['write-off', 8420, {}, undefined],
    ['write-off-reversed', 300, { amountDue: money(0, 'USD') }, undefined],
    ['write-off-reversed', 301, {}, 'too-much'],
    ['fee-waived', 500, {}, undefined],
    ['fee-waived', 501, {}, 'too-much'],
    ['fee-waived', 500, { amountDue: money(499, 'USD') }, 'too-much'],
    ['small-difference', 100, { amountDue: money(100, 'USD') }, undefined],
    ['small-difference', 101, {}, 'not-small'],
  ])('of %s over %s with %o is %s', (kind, amount, change, refusal) => {
    expect(decideAdjustment(kind, amount, { ...FACTS, ...change }, 100)).toBe(refusal);
  });
});

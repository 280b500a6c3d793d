import { expect, it } from 'vitest';
import { forgivingLimit } from './forgiving-limit.ts';

it('lets an agent waive a late fee and no bill, and those who only read nothing', () => {
  expect(forgivingLimit('agent', 'fee-waived')).toBe(2_500);
  expect(forgivingLimit('compliance', 'fee-waived')).toBe(0);
  expect(forgivingLimit('read-only', 'credit-note')).toBe(0);
});

it('leaves what is given up for good to managers and admins', () => {
  expect(forgivingLimit('lead', 'write-off')).toBe(0);
  expect(forgivingLimit('manager', 'write-off')).toBeGreaterThan(1_000_000);
});

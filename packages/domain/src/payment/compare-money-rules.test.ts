import { expect, it } from 'vitest';
import { compareMoneyRules } from './compare-money-rules.ts';
import { DEFAULT_MONEY_RULES } from './money-rules.ts';

const LATE_FEE = { country: 'US', feeMinor: 500, mostPercent: 10, graceDays: 5, isAgreed: true } as const;

it('names every rule that is another now, part by part, and none that is the same', () => {
  expect(compareMoneyRules(DEFAULT_MONEY_RULES, { ...DEFAULT_MONEY_RULES })).toEqual([]);
  const plan = { ...DEFAULT_MONEY_RULES.plan, graceDays: 3 };
  expect(
    compareMoneyRules(DEFAULT_MONEY_RULES, { ...DEFAULT_MONEY_RULES, partMinimumMinor: null, plan }),
  ).toEqual([
    { path: 'partMinimumMinor', before: 1_000, after: null },
    { path: 'plan.graceDays', before: 7, after: 3 },
  ]);
});

it('tells of a rule that came, or went, by its parts', () => {
  const with_ = { ...DEFAULT_MONEY_RULES, lateFee: LATE_FEE };
  expect(compareMoneyRules(DEFAULT_MONEY_RULES, with_).map(({ path }) => path)).toEqual([
    'lateFee.country',
    'lateFee.feeMinor',
    'lateFee.mostPercent',
    'lateFee.graceDays',
    'lateFee.isAgreed',
  ]);
  expect(compareMoneyRules(with_, { ...with_, lateFee: { ...LATE_FEE, feeMinor: 600 } })).toEqual([
    { path: 'lateFee.feeMinor', before: 500, after: 600 },
  ]);
});

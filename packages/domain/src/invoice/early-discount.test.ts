import { describe, expect, it } from 'vitest';
import { earlyDiscount, mayLapse } from './early-discount.ts';

const bill = { totalMinor: 9_999, issuedOn: '2026-11-20', dueOn: '2026-12-20' };
const terms = { percent: 2, withinDays: 10 };

describe('earlyDiscount', () => {
  it.each([
    ['is so much of the bill, rounded down', bill, terms, { discountMinor: 199, until: '2026-11-30' }],
    ['is none without terms', bill, null, undefined],
    ['is none on a bill that came too late for it', { ...bill, issuedOn: '2026-11-01' }, terms, undefined],
    ['is none for paying on the due date', { ...bill, dueOn: '2026-11-30' }, terms, undefined],
    ['is none below a cent', { ...bill, totalMinor: 49 }, terms, undefined],
  ])('%s', (_, one, given, expected) => {
    expect(earlyDiscount(one, given, '2026-11-20')).toEqual(expected);
  });
});

describe('mayLapse', () => {
  const open = { discountUntil: '2026-11-30', dueMinor: 9_800, isInFlight: false };
  it.each([
    ['not on its last day', open, '2026-11-30', false],
    ['the day after', open, '2026-12-01', true],
    ['not where all is paid', { ...open, dueMinor: 0 }, '2026-12-01', false],
    ['not while a payment is under way', { ...open, isInFlight: true }, '2026-12-01', false],
  ])('%s', (_, one, today, expected) => {
    expect(mayLapse(one, today)).toBe(expected);
  });
});

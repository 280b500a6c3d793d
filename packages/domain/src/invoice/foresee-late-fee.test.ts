import { describe, expect, it } from 'vitest';
import { foreseeLateFee } from './foresee-late-fee.ts';
import type { LateFeeTerms } from './late-fee.ts';

const BILL = {
  currency: 'USD' as const,
  dueOn: '2026-12-17',
  dueMinor: 8420,
  feesBefore: 0,
  lastFeeOn: undefined,
};

const TERMS: LateFeeTerms = { country: 'US', feeMinor: 500, mostPercent: 100, graceDays: 5, isAgreed: true };

describe('foreseeLateFee', () => {
  it('names the fee that is going to be charged, and the first day after the grace', () => {
    expect(foreseeLateFee(BILL, TERMS)).toEqual({ feeMinor: 500, feeOn: '2026-12-23' });
  });

  it('names a fee no higher than its share of the bill', () => {
    expect(foreseeLateFee(BILL, { ...TERMS, mostPercent: 1 })?.feeMinor).toBe(84);
  });

  it('counts a second fee from the first', () => {
    const terms: LateFeeTerms = { ...TERMS, country: 'NO' };
    const bill = { ...BILL, currency: 'NOK' as const, feesBefore: 1, lastFeeOn: '2026-12-31' };
    expect(foreseeLateFee(bill, terms)).toEqual({ feeMinor: 500, feeOn: '2027-01-14' });
  });

  it.each([
    ['nothing was agreed', BILL, null],
    ['it was agreed too late', BILL, { ...TERMS, isAgreed: false }],
    ['the law allows none', { ...BILL, currency: 'EUR' as const }, { ...TERMS, country: 'DE' as const }],
    ['it was charged before', { ...BILL, feesBefore: 1, lastFeeOn: '2026-12-23' }, TERMS],
    ['the bill is in another currency', { ...BILL, currency: 'EUR' as const }, TERMS],
  ])('names none where %s', (_why, bill, terms) => {
    expect(foreseeLateFee(bill, terms)).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideLateFee, type LateBill, type LateFeeSkip } from './decide-late-fee.ts';
import { LATE_FEE_LAWS, type LateFeeTerms } from './late-fee.ts';

const TERMS: LateFeeTerms = { country: 'US', feeMinor: 500, mostPercent: 10, graceDays: 5, isAgreed: true };
const BILL: LateBill = {
  currency: 'USD',
  dueOn: '2026-11-01',
  dueMinor: 8420,
  feesBefore: 0,
  lastFeeOn: undefined,
  isHeld: false,
  hasPromise: false,
  isInFlight: false,
};
const LATE = '2026-11-07';

const answer = (bill: Partial<LateBill>, terms: Partial<LateFeeTerms> = {}, today = LATE) => {
  const decision = decideLateFee({ ...BILL, ...bill }, { ...TERMS, ...terms }, today);
  return decision.kind === 'skip' ? decision.reason : `${decision.feeMinor} (${decision.number})`;
};

describe('the late fee', () => {
  it.each<[string, string, Partial<LateBill>, Partial<LateFeeTerms>, string?]>([
    ['500 (1)', 'as agreed, the day after the grace', {}, {}],
    ['NOT_LATE', 'none on the last day of the grace', {}, {}, '2026-11-06'],
    ['100 (1)', 'no more than its share of what is due', { dueMinor: 1000 }, {}],
    ['NOT_ALLOWED', 'none where the share is below a cent', { dueMinor: 5 }, {}],
    ['CHARGED_BEFORE', 'once', { feesBefore: 1, lastFeeOn: '2026-11-07' }, {}, '2026-12-24'],
    [
      '6000 (1)',
      'in Sweden 60 SEK at the most',
      { currency: 'SEK', dueMinor: 90_000 },
      { country: 'SE', feeMinor: 9_000 },
    ],
    [
      'NOT_AGREED',
      'in Sweden none that was not agreed on',
      { currency: 'SEK' },
      { country: 'SE', isAgreed: false },
    ],
    ['NOT_LATE', 'in Norway none before 14 days', { currency: 'NOK' }, { country: 'NO' }, '2026-11-14'],
    ['500 (1)', 'in Norway from 14 days on', { currency: 'NOK' }, { country: 'NO' }, '2026-11-15'],
    [
      '500 (2)',
      'in Norway a second time, 14 days after the first',
      { currency: 'NOK', feesBefore: 1, lastFeeOn: '2026-11-15' },
      { country: 'NO' },
      '2026-11-29',
    ],
    [
      'CHARGED_BEFORE',
      'in Norway no third',
      { currency: 'NOK', feesBefore: 2 },
      { country: 'NO' },
      '2027-01-01',
    ],
    ['NOT_ALLOWED', 'in Germany none for a text', { currency: 'EUR' }, { country: 'DE' }],
  ])('is %s: %s', (wanted, _, bill, terms, today) => {
    expect(answer(bill, terms, today)).toBe(wanted);
  });

  it.each<[LateFeeSkip, Partial<LateBill>]>([
    ['NOTHING_DUE', { dueMinor: 0 }],
    ['HELD', { isHeld: true }],
    ['PROMISED', { hasPromise: true }],
    ['IN_FLIGHT', { isInFlight: true }],
    ['OTHER_CURRENCY', { currency: 'EUR' }],
  ])('is skipped as %s', (reason, bill) => {
    expect(answer(bill)).toBe(reason);
  });

  it('never is more than was agreed, than the law allows, or than is due', () => {
    const countries = Object.keys(LATE_FEE_LAWS) as (keyof typeof LATE_FEE_LAWS)[];
    fc.assert(
      fc.property(
        fc.constantFrom(...countries),
        fc.nat(50_000),
        fc.nat(100),
        fc.nat(1_000_000),
        fc.nat(3),
        (country, feeMinor, mostPercent, dueMinor, feesBefore) => {
          const law = LATE_FEE_LAWS[country];
          const decision = decideLateFee(
            { ...BILL, currency: law.currency, dueMinor, feesBefore },
            { ...TERMS, country, feeMinor, mostPercent },
            '2027-06-01',
          );
          if (decision.kind === 'skip') return;
          expect(decision.feeMinor).toBeGreaterThan(0);
          expect(decision.feeMinor).toBeLessThanOrEqual(Math.min(feeMinor, dueMinor));
          if (law.mostMinor !== 'unlimited') expect(decision.feeMinor).toBeLessThanOrEqual(law.mostMinor);
          expect(decision.number).toBeLessThanOrEqual(law.times);
        },
      ),
    );
  });
});

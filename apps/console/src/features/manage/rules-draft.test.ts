import { DEFAULT_MONEY_RULES } from '@kvitt/domain/payment/money-rules';
import { describe, expect, it } from 'vitest';
import { draftOfRules, readRules } from './rules-draft.ts';

const { cardFee: _, ...RULES } = DEFAULT_MONEY_RULES;
const before = RULES as unknown as Readonly<Record<string, unknown>>;

describe('the form of the rules about money', () => {
  it('left as it is stands for the rules as they are', () => {
    expect(readRules(draftOfRules(before), before)).toEqual({ rules: RULES });
    const dearer = {
      ...before,
      interest: { country: 'SE', agreedBp: 150, isAgreed: true, rates: [{ from: '2026-07-01', bp: 175 }] },
    };
    expect(readRules(draftOfRules(dearer), dearer)).toEqual({ rules: dearer });
  });

  it('reads sums, hours and what may be nothing, and switches a whole rule on and off', () => {
    const draft = {
      ...draftOfRules(before),
      partMinimumMinor: '',
      lateFee: true,
      'autopay.chargeMinute': '08:30',
    };
    const answer = readRules({ ...draft, 'lateFee.feeMinor': '7,5' }, before);
    expect(answer).toMatchObject({
      rules: {
        partMinimumMinor: null,
        lateFee: { country: 'US', feeMinor: 750, mostPercent: 10, graceDays: 5, isAgreed: false },
        autopay: { aheadDays: 3, chargeMinute: 510 },
        interest: null,
      },
    });
  });

  it('names each field that cannot be read, and none of a rule that is off', () => {
    const draft = {
      ...draftOfRules(before),
      undoMinutes: 'ten',
      'plan.mostParts': '',
      'lateFee.feeMinor': 'x',
    };
    expect(readRules(draft, before)).toEqual({
      problems: [
        { path: 'undoMinutes', code: 'not_valid' },
        { path: 'plan.mostParts', code: 'not_valid' },
      ],
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PLAN } from './bonus-plan.ts';
import { checkPlan } from './check-plan.ts';
import { type FlagFacts, findFlags } from './find-flags.ts';
import { netOwed } from './net-owed.ts';

const kinds = (facts: FlagFacts) => findFlags(facts).map(({ kind }) => kind);
const rushed = (...steps: string[]) => steps.map((step) => ({ step, ms: 100, leastMs: 2_000 }));

describe('an enrollment is flagged', () => {
  it.each<[string, FlagFacts, string[]]>([
    ['not for a phone that two accounts of a household share', { accountsOnPhone: ['1', '2'] }, []],
    ['for a third account on one phone', { accountsOnPhone: ['1', '2', '3'] }, ['shared-phone']],
    ['for an agent’s own number', { isAgentsOwn: true }, ['own-number']],
    ['not for five in ten minutes', { confirmedLately: 5 }, []],
    ['for six in ten minutes', { confirmedLately: 6 }, ['burst']],
    ['not for two steps that were left early', { rushed: rushed('intro', 'card') }, []],
    ['for the consent’s wording left early', { rushed: rushed('consent') }, ['unread-script']],
    ['for three steps left early', { rushed: rushed('intro', 'offer', 'card') }, ['unread-script']],
    ['for a STOP within a day', { stoppedAfterMs: 86_400_000 }, ['instant-stop']],
    ['not for a STOP after a day', { stoppedAfterMs: 86_400_001 }, []],
    ['for a number that is somebody else’s', { isWrongNumber: true }, ['wrong-number']],
  ])('%s', (_, facts, expected) => {
    expect(kinds(facts)).toEqual(expected);
  });
});

it('nets what is owed back without ever paying less than nothing, and loses no cent', () => {
  const minor = fc.integer({ min: 0, max: 1_000_000 });
  fc.assert(
    fc.property(minor, minor, (gross, owed) => {
      const { nettedMinor, paidMinor, owedMinor } = netOwed(gross, owed);
      expect(paidMinor).toBeGreaterThanOrEqual(0);
      expect(paidMinor + nettedMinor).toBe(gross);
      expect(owedMinor + nettedMinor).toBe(owed);
      expect(paidMinor === 0 || owedMinor === 0).toBe(true);
    }),
  );
});

describe('a plan', () => {
  const terms = {
    amountMinor: { text: 300, autopay: 500, paperless: 100 },
    againPercent: 0,
    vestAfterDays: 14,
    clawBackForDays: 90,
    mostPerDayMinor: 30_000,
  };
  const as = { key: DEFAULT_PLAN.key, version: DEFAULT_PLAN.version };

  it('in days is the one that everybody begins with', () => {
    expect(checkPlan(terms, as)).toEqual({ kind: 'good', plan: DEFAULT_PLAN });
  });

  it.each([
    ['AMOUNT_OUT_OF_RANGE', { amountMinor: { ...terms.amountMinor, text: 2.5 } }],
    ['PERCENT_OUT_OF_RANGE', { againPercent: 101 }],
    ['DAYS_OUT_OF_RANGE', { vestAfterDays: -1 }],
    ['CLAW_BACK_BEFORE_VESTING', { clawBackForDays: 13 }],
    ['CAP_BELOW_ONE', { mostPerDayMinor: 499 }],
  ])('is refused as %s', (refusal, change) => {
    expect(checkPlan({ ...terms, ...change }, as)).toEqual({ kind: 'refused', refusal });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '../money/money.ts';
import { DEFAULT_MONEY_RULES } from '../payment/money-rules.ts';
import { judgePlan } from './judge-plan.ts';
import { offerPlans } from './offer-plans.ts';
import type { Instalment, PlanRules } from './plan.ts';
import { type PlanWish, proposePlan } from './propose-plan.ts';
import { standPlan } from './stand-plan.ts';

const TODAY = '2026-11-20';
const RULES = DEFAULT_MONEY_RULES.plan;
const due = (minor: number) => money(minor, 'USD');

function propose(wish: PlanWish, minor = 10_020, rules: Partial<PlanRules> = {}) {
  return proposePlan(wish, due(minor), { ...RULES, ...rules }, TODAY, 'customer');
}

describe('proposePlan', () => {
  it('offers three parts from the first of next month where nothing else is wished', () => {
    expect(propose({})).toEqual({
      kind: 'plan',
      plan: {
        totalMinor: 10_020,
        currency: 'USD',
        pace: 'month',
        instalments: [
          { number: 1, dueOn: '2026-12-01', amountMinor: 3_340 },
          { number: 2, dueOn: '2027-01-01', amountMinor: 3_340 },
          { number: 3, dueOn: '2027-02-01', amountMinor: 3_340 },
        ],
      },
    });
  });

  it.each<[string, PlanWish, number, Partial<PlanRules>, string]>([
    ['by customers where only agents set plans', {}, 10_020, { isSelfSet: false }, 'agent-only'],
    ['where nothing is due', {}, 0, {}, 'nothing-due'],
    ['for less than the biller makes plans for', {}, 4_999, {}, 'too-little'],
    ['where two parts would be too small', {}, 5_000, { leastPartMinor: 2_501 }, 'too-little'],
    ['in one part', { parts: 1 }, 10_020, {}, 'too-few-parts'],
    ['in a part and a half', { parts: 1.5 }, 10_020, {}, 'too-few-parts'],
    ['in more parts than the biller allows', { parts: 7 }, 100_000, {}, 'too-many-parts'],
    ['in parts that are too small', { parts: 6 }, 5_500, {}, 'too-many-parts'],
    ['from a day that is over', { firstOn: '2026-11-19' }, 10_020, {}, 'bad-first-day'],
    ['from a day too far away', { firstOn: '2026-12-22' }, 10_020, {}, 'bad-first-day'],
    ['for longer than the biller waits', { parts: 4 }, 10_020, { mostMonths: 3 }, 'too-long'],
  ])('makes none %s', (_, wish, minor, rules, refusal) => {
    expect(propose(wish, minor, rules)).toMatchObject({ kind: 'refused', refusal });
  });

  it('lets an agent set what customers may not', () => {
    const rules = { ...RULES, isSelfSet: false };
    expect(proposePlan({}, due(10_020), rules, TODAY, 'agent').kind).toBe('plan');
  });

  it('keeps the day of the month through February, and a week a week', () => {
    const days = (wish: PlanWish) => {
      const answer = proposePlan(wish, due(30_000), { ...RULES, firstWithinDays: 90 }, TODAY, 'agent');
      return answer.kind === 'plan' ? answer.plan.instalments.map(({ dueOn }) => dueOn) : answer.refusal;
    };
    expect(days({ parts: 3, firstOn: '2027-01-31' })).toEqual(['2027-01-31', '2027-02-28', '2027-03-31']);
    expect(days({ parts: 3, firstOn: '2026-12-24', pace: 'week' })).toEqual([
      '2026-12-24',
      '2026-12-31',
      '2027-01-07',
    ]);
  });

  it('adds up to what is due, each part as large as the biller wants, all but the last the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 2, max: 36 }), (minor, parts) => {
        const rules = { ...RULES, mostParts: 36, mostMonths: 36 };
        const answer = proposePlan({ parts }, due(minor), rules, TODAY, 'agent');
        if (answer.kind === 'refused') return;
        const amounts = answer.plan.instalments.map(({ amountMinor }) => amountMinor);
        expect(amounts.reduce((sum, one) => sum + one, 0)).toBe(minor);
        expect(amounts).toHaveLength(parts);
        expect(new Set(amounts.slice(0, -1)).size).toBe(1);
        for (const amount of amounts) expect(amount).toBeGreaterThanOrEqual(rules.leastPartMinor);
      }),
    );
  });

  it('offers every number of parts that it would accept, and no other', () => {
    const parts = offerPlans(due(5_500), RULES, TODAY, 'customer').map((one) => one.instalments.length);
    expect(parts).toEqual([2, 3, 4, 5]);
    expect(offerPlans(undefined, RULES, TODAY, 'customer')).toEqual([]);
  });
});

const PLAN: Instalment[] = [
  { number: 1, dueOn: '2026-12-01', amountMinor: 4_000 },
  { number: 2, dueOn: '2027-01-01', amountMinor: 4_000 },
  { number: 3, dueOn: '2027-02-01', amountMinor: 2_000 },
];

describe('standPlan', () => {
  it.each<[string, number, string, object]>([
    ['nothing before the first day', 10_000, '2026-11-30', { dueMinor: 0, missed: undefined, paidParts: 0 }],
    ['the first one on its day', 10_000, '2026-12-01', { dueMinor: 4_000, missed: undefined }],
    ['what is left of it', 9_000, '2026-12-01', { dueMinor: 3_000, paidParts: 0 }],
    ['none where it was paid', 6_000, '2026-12-31', { dueMinor: 0, paidParts: 1 }],
    ['two where the first was missed', 10_000, '2027-01-01', { dueMinor: 8_000 }],
    ['what went back, with the first one', 12_000, '2026-12-01', { dueMinor: 6_000, leftMinor: 12_000 }],
    ['nothing once all is paid', 0, '2027-02-01', { dueMinor: 0, next: undefined, paidParts: 3 }],
  ])('has due %s', (_, balance, today, expected) => {
    expect(standPlan(PLAN, balance, today)).toMatchObject(expected);
  });

  it('is for the next instalment where none is due yet, and for all that is due where one was missed', () => {
    expect(standPlan(PLAN, 6_000, '2026-12-02').next).toEqual({
      number: 2,
      dueOn: '2027-01-01',
      amountMinor: 4_000,
    });
    expect(standPlan(PLAN, 10_000, '2027-01-02').next).toEqual({
      number: 2,
      dueOn: '2026-12-01',
      amountMinor: 8_000,
    });
  });

  it('lays exactly what is owed on its instalments, whatever that is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (balance) => {
        const { instalments, leftMinor } = standPlan(PLAN, balance, TODAY);
        expect(instalments.reduce((sum, { openMinor }) => sum + openMinor, 0)).toBe(balance);
        expect(leftMinor).toBe(balance);
        for (const { openMinor } of instalments) expect(openMinor).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('judgePlan', () => {
  const judge = (balance: number, today: string, isInFlight = false) =>
    judgePlan(standPlan(PLAN, balance, today), { graceDays: 7, isInFlight, today });

  it('breaks the day after the grace of a missed instalment, and not a day sooner', () => {
    expect(judge(10_000, '2026-12-02')).toEqual({ kind: 'running', breaksOn: '2026-12-09' });
    expect(judge(10_000, '2026-12-08').kind).toBe('running');
    expect(judge(10_000, '2026-12-09').kind).toBe('broken');
    expect(judge(9_999, '2026-12-09').kind).toBe('broken');
    expect(judge(6_000, '2026-12-09')).toEqual({ kind: 'running', breaksOn: undefined });
  });

  it('is paid once nothing is left, early too, and decides nothing while money is on its way', () => {
    expect(judge(0, '2026-11-21').kind).toBe('paid');
    expect(judge(0, '2026-11-21', true).kind).toBe('running');
    expect(judge(10_000, '2027-06-01', true).kind).toBe('running');
  });
});

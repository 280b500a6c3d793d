import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayText } from '../may-text.ts';
import { CONSENT_LEVELS, type PolicyInput } from './policy-input.ts';
import { CATEGORIES, type CapRule, CHANNELS, type PolicyRules, type WindowRule } from './rule.ts';
import { RULES } from './rules.ts';

const MINUTE_MS = 60_000;
const ZONES = [
  'America/New_York',
  'America/Chicago',
  'America/Los_Angeles',
  'America/Phoenix',
  'Pacific/Honolulu',
  'Europe/Oslo',
  'Europe/London',
  'Africa/Casablanca',
  'Australia/Lord_Howe',
];
const PLACES = [
  'US-NY',
  'US-NY-NYC',
  'US-FL',
  'US-RI',
  'US-TX',
  'US-MA',
  'US-DC',
  'US-DEF',
  'NO',
  'SE',
  'GB',
];

const instants = fc
  .integer({
    min: Date.parse('2025-12-20T00:00Z') / MINUTE_MS,
    max: Date.parse('2028-01-10T00:00Z') / MINUTE_MS,
  })
  .map((minute) => minute * MINUTE_MS);

const someOf = (words: readonly string[]) => fc.subarray([...words], { minLength: 1, maxLength: 3 });

const inputs: fc.Arbitrary<PolicyInput> = instants.chain((at) =>
  fc.record({
    jur: someOf(PLACES),
    zones: someOf(ZONES),
    at: fc.constant(at),
    category: fc.constantFrom(...CATEGORIES),
    channel: fc.constantFrom(...CHANNELS),
    // Mostly somebody who agreed: an answer that is DENY whatever the rules says little of them.
    consent: fc.oneof(fc.constant('pewc' as const), fc.constantFrom(...CONSENT_LEVELS)),
    facts: fc.record(
      {
        flags: fc.subarray(['in_collections', 'ebr18m', 'dispute', 'review_hold']),
        history: fc.array(
          fc.record({
            kind: fc.constantFrom(...CHANNELS, 'conversation' as const),
            at: fc.integer({ min: -12_000, max: 3_000 }).map((minutes) => at + minutes * MINUTE_MS),
          }),
          { maxLength: 8 },
        ),
        dpd: fc.integer({ min: 0, max: 90 }),
        freshDays: fc.integer({ min: 0, max: 70 }),
        profile: fc.constantFrom('S' as const, 'P' as const),
      },
      { requiredKeys: ['freshDays'] },
    ),
  }),
);

const hours = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 23 }))
  .map(([one, other]) =>
    one === other ? ([] as const) : ([clock(Math.min(one, other)), clock(Math.max(one, other))] as const),
  );

const row = {
  id: 'ADDED',
  name: 'A rule that was added',
  layer: 'country' as const,
  jur: '*',
  categories: [],
  channels: [],
  source: 'the test',
  confidence: 'POL' as const,
};
const dates = fc.record(
  { from: fc.constantFrom('2026-01-01', '2027-03-14'), to: fc.constantFrom('2026-12-24', '2027-06-30') },
  { requiredKeys: [] },
);
const windows: fc.Arbitrary<WindowRule> = fc
  .record({ dates, every: hours, sunday: hours, holiday: hours })
  .map(({ dates: some, every, sunday, holiday }) => ({
    ...row,
    ...some,
    days: { '*': every, '6': sunday, hol: holiday },
    holidays: 'NO',
  }));
const caps: fc.Arbitrary<CapRule> = fc
  .record({
    dates,
    max: fc.integer({ min: 1, max: 3 }),
    length: fc.integer({ min: 1, max: 9 }),
    isByDay: fc.boolean(),
  })
  .map(({ dates: some, max, length, isByDay }) => ({
    ...row,
    ...some,
    counts: ['sms', 'call'],
    per: 'recipient',
    max,
    ...(isByDay ? { calDays: length } : { hours: length * 12 }),
  }));
const addedTo: fc.Arbitrary<PolicyRules> = fc
  .record({ window: fc.option(windows), cap: fc.option(caps) })
  .map(({ window, cap }) => ({
    ...RULES,
    windows: window ? [...RULES.windows, window] : RULES.windows,
    caps: cap ? [...RULES.caps, cap] : RULES.caps,
  }));

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

describe('mayText, for any input', () => {
  it('allows no less where a rule is taken away', () => {
    const ids = [...RULES.windows, ...RULES.caps].map(({ id }) => id);
    fc.assert(
      fc.property(inputs, fc.constantFrom(...ids), (input, gone) => {
        fc.pre(mayText(input).decision === 'ALLOW');
        const rules = {
          ...RULES,
          windows: RULES.windows.filter(({ id }) => id !== gone),
          caps: RULES.caps.filter(({ id }) => id !== gone),
        };
        expect(mayText(input, rules).decision).toBe('ALLOW');
      }),
      { numRuns: 300 },
    );
  });

  it('allows no more where a rule is added, by the platform or by a client', () => {
    fc.assert(
      fc.property(inputs, addedTo, windows, (input, rules, window) => {
        fc.pre(mayText(input).decision !== 'ALLOW');
        expect(mayText(input, rules).decision).not.toBe('ALLOW');
        const facts = { ...input.facts, clientWindows: [window] };
        expect(mayText({ ...input, facts }).decision).not.toBe('ALLOW');
      }),
      { numRuns: 300 },
    );
  });

  it('defers to a minute that is allowed, after one that is not', () => {
    let deferred = 0;
    fc.assert(
      fc.property(inputs, addedTo, (input, rules) => {
        const { decision, nextAllowedAt } = mayText(input, rules);
        expect(nextAllowedAt === null).toBe(decision !== 'DEFER');
        if (nextAllowedAt === null) return;
        deferred += 1;
        expect(nextAllowedAt % MINUTE_MS).toBe(0);
        expect(mayText({ ...input, at: nextAllowedAt }, rules).decision).toBe('ALLOW');
        expect(mayText({ ...input, at: nextAllowedAt - MINUTE_MS }, rules).decision).not.toBe('ALLOW');
      }),
      { numRuns: 600 },
    );
    expect(deferred).toBeGreaterThan(50);
  });

  it('defers to the first such minute, found by looking at each', () => {
    fc.assert(
      fc.property(inputs, addedTo, (input, rules) => {
        const { nextAllowedAt } = mayText(input, rules);
        fc.pre(nextAllowedAt !== null && nextAllowedAt - input.at < 36 * 3_600_000);
        let minute = input.at;
        while (mayText({ ...input, at: minute }, rules).decision !== 'ALLOW') minute += MINUTE_MS;
        expect(minute).toBe(nextAllowedAt);
      }),
      { numRuns: 60 },
    );
  });

  it('answers the same in whatever order the rules come', () => {
    fc.assert(
      fc.property(
        inputs,
        fc.shuffledSubarray([...RULES.windows], { minLength: RULES.windows.length }),
        fc.shuffledSubarray([...RULES.caps], { minLength: RULES.caps.length }),
        (input, ...[shuffled, others]) => {
          const rules = { ...RULES, windows: shuffled, caps: others };
          expect(mayText(input, rules)).toEqual(mayText(input));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('allows no more where the person may be in another zone as well', () => {
    fc.assert(
      fc.property(inputs, addedTo, fc.constantFrom(...ZONES), (input, rules, zone) => {
        fc.pre(mayText(input, rules).decision !== 'ALLOW');
        expect(mayText({ ...input, zones: [...input.zones, zone] }, rules).decision).not.toBe('ALLOW');
      }),
      { numRuns: 300 },
    );
  });
});

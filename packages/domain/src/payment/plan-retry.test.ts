import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../time/local-date.ts';
import type { DeclineKind } from './outcome.ts';
import { AFTER_DECLINE, planRetry, type RetryFacts } from './plan-retry.ts';

const DAY_MS = 86_400_000;
const ZONE = 'America/New_York';
const FIRST = new Date('2026-11-20T15:00:00Z');

const facts = (traits: Partial<RetryFacts> = {}): RetryFacts => ({
  decline: 'try-later',
  tries: [FIRST],
  cardTries: [FIRST],
  brand: 'Visa',
  now: FIRST,
  timeZone: ZONE,
  country: 'US',
  ...traits,
});

const dayOf = (plan: ReturnType<typeof planRetry>) =>
  plan.kind === 'retry' ? localDate(new Date(plan.atMs), ZONE) : plan.why;

describe('planRetry', () => {
  it.each<[DeclineKind, string]>([
    ['try-later', '2026-11-23'],
    ['never-arrived', '2026-11-20'],
    ['insufficient-funds', '2026-12-01'],
    ['card-expired', 'customer'],
    ['card-data', 'customer'],
    ['not-found', 'customer'],
    ['card-refused', 'forbidden'],
    ['fraud', 'forbidden'],
    ['duplicate', 'forbidden'],
    ['configuration', 'forbidden'],
  ])('after %s: %s', (decline, says) => {
    expect(dayOf(planRetry(facts({ decline })))).toBe(says);
  });

  it('waits for another payday than a Sunday, and for none that comes too late', () => {
    // 1 and 15 November 2026 are Sundays.
    const now = new Date('2026-10-30T14:00:00Z');
    const broke = { decline: 'insufficient-funds', now, tries: [now], cardTries: [now] } as const;
    expect(dayOf(planRetry(facts(broke)))).toBe('2026-11-02');
    const norway = { ...broke, country: 'SE', tries: [now], cardTries: [now] };
    expect(dayOf(planRetry(facts(norway)))).toBe('2026-11-02');
  });

  it('stops below the limits of the networks, however few of the tries were ours', () => {
    const cardTries = Array.from({ length: 15 }, (_, at) => new Date(FIRST.getTime() - at * 3 * DAY_MS));
    expect(dayOf(planRetry(facts({ cardTries })))).toBe('2026-11-23');
    const often = Array.from({ length: 15 }, () => FIRST);
    expect(dayOf(planRetry(facts({ cardTries: often })))).toBe('cap');
    expect(dayOf(planRetry(facts({ cardTries: often, brand: 'Mastercard' })))).toBe('2026-11-23');
    const farTooOften = Array.from({ length: 35 }, () => FIRST);
    expect(dayOf(planRetry(facts({ cardTries: farTooOften, brand: 'Mastercard' })))).toBe('cap');
  });

  it('never tries more than four times in sixteen days, never twice within a day, whatever the bank says', () => {
    const declines = Object.keys(AFTER_DECLINE) as DeclineKind[];
    const starts = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
    const zones = fc.constantFrom(
      'America/New_York',
      'Europe/Oslo',
      'Pacific/Auckland',
      'America/Los_Angeles',
    );
    const countries = fc.constantFrom('US', 'SE', 'NO', 'DE', 'GB');
    const brands = fc.constantFrom('Visa', 'Mastercard', 'American Express');
    fc.assert(
      fc.property(
        starts,
        zones,
        countries,
        brands,
        fc.array(fc.constantFrom(...declines), { minLength: 6, maxLength: 6 }),
        (start, timeZone, country, brand, said) => {
          const tries = [start];
          for (const decline of said) {
            const now = tries.at(-1) ?? start;
            const plan = planRetry({ decline, tries, cardTries: tries, brand, now, timeZone, country });
            if (plan.kind === 'stop') return;
            const at = new Date(plan.atMs);
            expect(AFTER_DECLINE[decline]).toMatch(/later|soon/);
            if (decline !== 'never-arrived')
              expect(at.getTime() - now.getTime()).toBeGreaterThanOrEqual(DAY_MS);
            expect(at.getTime() - start.getTime()).toBeLessThanOrEqual(16 * DAY_MS);
            tries.push(at);
            expect(tries.length).toBeLessThanOrEqual(4);
          }
        },
      ),
    );
  });
});

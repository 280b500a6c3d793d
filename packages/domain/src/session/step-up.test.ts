import { describe, expect, it } from 'vitest';
import { decideStepUp, type StepUpFacts } from './decide-step-up.ts';
import { isSamePostalCode } from './is-same-postal-code.ts';
import { readLinkStanding } from './link-standing.ts';
import { listStepUpWays } from './step-up-ways.ts';

const now = new Date('2026-11-22T12:00:00Z');
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const misses = (count: number) => Array.from({ length: count }, (_, at) => ago(at + 1));
const decide = (facts: Partial<StepUpFacts>) =>
  decideStepUp({
    way: 'postal-code',
    isRight: false,
    accountMisses: [],
    browserMisses: [],
    now,
    ...facts,
  });

describe('decideStepUp', () => {
  it('opens to who is right, also at the last try', () => {
    expect(decide({ isRight: true })).toEqual({ kind: 'open' });
    expect(decide({ isRight: true, accountMisses: misses(4), browserMisses: misses(4) })).toEqual({
      kind: 'open',
    });
  });

  it('says how many tries are left, and locks with the fifth miss', () => {
    const kinds = [0, 1, 2, 3, 4].map((count) => decide({ browserMisses: misses(count) }));
    expect(kinds.slice(0, 4)).toEqual([4, 3, 2, 1].map((triesLeft) => ({ kind: 'wrong', triesLeft })));
    expect(kinds[4]).toMatchObject({ kind: 'locked' });
  });

  it('does not tell a right answer from a wrong one once it is locked', () => {
    for (const isRight of [true, false]) {
      const untilMs = now.getTime() + 19 * 3_600_000;
      expect(decide({ isRight, accountMisses: misses(5) })).toEqual({ kind: 'locked', untilMs });
    }
  });

  it.each(['text-code', 'passkey'] as const)(
    'lets a %s in where others have locked the account, and not where this browser has',
    (way) => {
      const locked = { way, isRight: true, accountMisses: misses(5) };
      expect(decide(locked)).toEqual({ kind: 'open' });
      expect(decide({ ...locked, browserMisses: misses(5) })).toMatchObject({ kind: 'locked' });
    },
  );
});

describe('isSamePostalCode', () => {
  it.each([
    ['60614', '60614', true],
    ['60614', '60614-2213', true],
    ['sw1a 1aa', 'SW1A1AA', true],
    ['114 55', '11455', true],
    ['60615', '60614-2213', false],
    ['', '60614', false],
    [' - ', '', false],
  ])('%s for %s: %s', (given, onFile, isSame) => {
    expect(isSamePostalCode(given, onFile)).toBe(isSame);
  });
});

describe('readLinkStanding', () => {
  const link = { createdAt: ago(24), expiresAt: ago(-24), revokedAt: null, settledAt: null };
  it.each([
    ['a day old', {}, 'fresh'],
    ['a week old', { createdAt: ago(7 * 24) }, 'aged'],
    ['of a bill that was settled last week', { settledAt: ago(7 * 24) }, 'fresh'],
    ['of a bill that was settled a month ago', { settledAt: ago(30 * 24) }, 'over'],
    ['past its end', { expiresAt: now }, 'over'],
    ['taken back', { revokedAt: ago(1) }, 'over'],
  ] as const)('%s is %s', (_, change, standing) => {
    expect(readLinkStanding({ ...link, ...change }, now)).toBe(standing);
  });
});

describe('listStepUpWays', () => {
  it('offers what is on file, and nothing else', () => {
    expect(listStepUpWays({ postalCode: '60614', dateOfBirth: null, hasPhone: true })).toEqual([
      'postal-code',
      'text-code',
    ]);
    expect(listStepUpWays({ postalCode: null, dateOfBirth: null, hasPhone: false })).toEqual([]);
  });
});

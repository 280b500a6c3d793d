import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PLAN } from './bonus-plan.ts';
import { type BonusAccount, type BonusAct, type BonusState, postBonus } from './post-bonus.ts';
import { shareBonus } from './share-bonus.ts';

const acts = fc.array(
  fc.constantFrom<BonusAct>(
    'earned',
    'vested',
    'approved',
    'exported',
    'clawed-back',
    'rejected',
    'restored',
  ),
  { maxLength: 30 },
);
const amount = fc.integer({ min: 1, max: 1_000_000 });

/** Lives through acts; those that are refused change nothing. */
function live(all: readonly BonusAct[], minor: number) {
  const balance: Partial<Record<BonusAccount, number>> = {};
  const done: BonusAct[] = [];
  let state: BonusState | undefined;
  for (const act of all) {
    const answer = postBonus(state, act, minor);
    if (answer.kind === 'refused') continue;
    state = answer.state;
    done.push(act);
    for (const { account, minor: line } of answer.postings) balance[account] = (balance[account] ?? 0) + line;
  }
  return { balance, done, state };
}

describe('a bonus, whatever is done to it', () => {
  it('keeps the ledger balanced', () => {
    fc.assert(
      fc.property(acts, amount, (all, minor) => {
        const sum = Object.values(live(all, minor).balance).reduce((one, other) => one + other, 0);
        expect(sum).toBe(0);
      }),
    );
  });

  it('lies in the account of its state and in no other', () => {
    fc.assert(
      fc.property(acts, amount, (all, minor) => {
        const { balance, state } = live(all, minor);
        for (const account of ['pending', 'vested', 'approved'] as const) {
          expect(balance[account] ?? 0).toBe(account === state ? -minor : 0);
        }
      }),
    );
  });

  it('is earned once and taken back once', () => {
    fc.assert(
      fc.property(acts, amount, (all, minor) => {
        const { done } = live(all, minor);
        expect(new Set(done).size).toBe(done.length);
      }),
    );
  });

  it('that was taken back has cost nothing, and was either not paid out or is owed back', () => {
    fc.assert(
      fc.property(acts, amount, (all, minor) => {
        const { balance, done, state } = live([...all, 'clawed-back'], minor);
        if (state !== 'clawed-back') return;
        expect(balance.cost).toBe(0);
        expect(balance['owed-back'] ?? 0).toBe(done.includes('exported') ? minor : 0);
      }),
    );
  });
});

describe('two agents', () => {
  const both = { agentId: 'a', helperId: 'b', isAgain: false, earnedTodayMinor: () => 0 };

  it('share a bonus to the cent', () => {
    fc.assert(
      fc.property(amount, (minor) => {
        const plan = {
          ...DEFAULT_PLAN,
          mostPerDayMinor: 10_000_000,
          amountMinor: { text: minor, autopay: 0, paperless: 0 },
        };
        const shares = shareBonus(plan, 'text', both);
        expect(shares.reduce((sum, share) => sum + share.minor, 0)).toBe(minor);
        expect(Math.abs((shares[0]?.minor ?? 0) - (shares[1]?.minor ?? 0))).toBeLessThanOrEqual(
          Math.max(1, minor % 2),
        );
      }),
    );
  });

  it('earn no more than a day allows, and nothing for an account that was enrolled before', () => {
    const rich = { ...both, earnedTodayMinor: (id: string) => (id === 'a' ? 29_900 : 0) };
    expect(shareBonus(DEFAULT_PLAN, 'text', rich)).toEqual([
      { agentId: 'a', minor: 100 },
      { agentId: 'b', minor: 150 },
    ]);
    expect(shareBonus(DEFAULT_PLAN, 'text', { ...both, isAgain: true })).toEqual([]);
  });
});

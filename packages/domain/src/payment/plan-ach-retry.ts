import { readAchReturn } from './ach-returns.ts';
import { planRetry, type RetryFacts, type RetryPlan } from './plan-retry.ts';

const DAY_MS = 86_400_000;

/** A debit that came back for want of money may be made twice more, for the same amount, within 180 days (ACH-02). */
const ACH_TERMS = { tries: 3, withinMs: 180 * DAY_MS } as const;

/**
 * When a debit that the bank sent back is made again: on the next likely payday, like a card without money, and never where
 * the network forbids it.
 * @param facts.tries every try of this debit that the bank was asked for, the returned one included
 */
export function planAchRetry(code: string | null, facts: Omit<RetryFacts, 'decline' | 'brand'>): RetryPlan {
  const { consequence } = readAchReturn(code);
  if (consequence === 'other-account') return { kind: 'stop', why: 'customer' };
  if (consequence !== 'retry') return { kind: 'stop', why: 'forbidden' };
  if (facts.tries.length >= ACH_TERMS.tries) return { kind: 'stop', why: 'cap' };
  const first = facts.tries[0] ?? facts.now;
  if (facts.now.getTime() - first.getTime() > ACH_TERMS.withinMs) return { kind: 'stop', why: 'cap' };
  // A return takes days to come back, so the days are counted from it and not from the first try; the networks of cards
  // have no say in it.
  const { now } = facts;
  return planRetry({ ...facts, tries: [now], cardTries: [], decline: 'insufficient-funds', brand: 'bank' });
}

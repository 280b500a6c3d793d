import { readAchReturn } from './ach-returns.ts';
import { planRetry, type RetryFacts, type RetryPlan } from './plan-retry.ts';

const DAY_MS = 86_400_000;

/**
 * A debit that came back for want of money may be made twice more within 180 days of the first (Nacha Operating Rules, reinitiation). It is the same debit
 * only for the same amount: where what is due has changed by then it is a new one, which `decideNotice` has told of ten days
 * before it is made; it counts as a try here all the same.
 */
const ACH_TERMS = { tries: 3, withinMs: 180 * DAY_MS } as const;

/**
 * When a debit that the bank sent back is made again: on the next likely payday, like a card without money, as long as that is
 * within the network's days, and never where the network forbids it.
 * @param facts.tries every try of this debit that the bank was asked for, the returned one included
 */
export function planAchRetry(code: string | null, facts: Omit<RetryFacts, 'decline' | 'brand'>): RetryPlan {
  const { consequence } = readAchReturn(code);
  if (consequence === 'other-account') return { kind: 'stop', why: 'customer' };
  if (consequence !== 'retry') return { kind: 'stop', why: 'forbidden' };
  if (facts.tries.length >= ACH_TERMS.tries) return { kind: 'stop', why: 'cap' };
  const first = facts.tries[0] ?? facts.now;
  // A return takes days to come back, so the days are counted from it and not from the first try; the networks of cards
  // have no say in it.
  const { now } = facts;
  const plan = planRetry({
    ...facts,
    tries: [now],
    cardTries: [],
    decline: 'insufficient-funds',
    brand: 'bank',
  });
  const isTooLate = plan.kind === 'retry' && plan.atMs - first.getTime() > ACH_TERMS.withinMs;
  return isTooLate ? { kind: 'stop', why: 'cap' } : plan;
}

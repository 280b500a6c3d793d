import type { ProofWay } from './step-up-ways.ts';

/** After this many misses an account, or a browser, is locked until the first of them is a day old. */
export const STEP_UP_TRIES = 5;
export const STEP_UP_WINDOW_MS = 24 * 3_600_000;

/** For how long a browser stays open: past 20 hours no warning is owed before it ends (WCAG 2.2.1). */
export const SESSION_MS = 24 * 3_600_000;

export interface StepUpFacts {
  way: ProofWay;
  /** Whether what was given is what is on file, or the code that was texted and is not over. */
  isRight: boolean;
  /** Misses within the window: by what is on file, on this account; by any way, from this browser. */
  accountMisses: readonly Date[];
  browserMisses: readonly Date[];
  now: Date;
}

export type StepUpDecision =
  | { kind: 'open' }
  | { kind: 'wrong'; triesLeft: number }
  /** `untilMs` the first instant at which there is a try again; by a texted code there may be one before. */
  | { kind: 'locked'; untilMs: number };

/**
 * Whether a proof opens the account. What is on file can be guessed, so an account's misses lock it for everyone; a texted
 * code is a million to one and ends in minutes, and a passkey cannot be guessed at all, so they stay the ways in, and only the
 * browser's own misses lock them. A right
 * answer given to a lock is not told apart from a wrong one.
 */
export function decideStepUp(facts: StepUpFacts): StepUpDecision {
  const lock = findStepUpLock(facts);
  if (lock !== undefined) return { kind: 'locked', untilMs: lock };
  if (facts.isRight) return { kind: 'open' };
  const withThis = {
    way: facts.way,
    accountMisses: [...facts.accountMisses, facts.now],
    browserMisses: [...facts.browserMisses, facts.now],
  };
  const untilMs = findStepUpLock(withThis);
  if (untilMs !== undefined) return { kind: 'locked', untilMs };
  const missed = Math.max(...countedMisses(withThis).map((misses) => misses.length));
  return { kind: 'wrong', triesLeft: STEP_UP_TRIES - missed };
}

type Misses = Pick<StepUpFacts, 'way' | 'accountMisses' | 'browserMisses'>;

/** Until when a way is locked, in milliseconds since the epoch; undefined where it is not. */
export function findStepUpLock(facts: Misses): number | undefined {
  const ends = countedMisses(facts)
    .filter((misses) => misses.length >= STEP_UP_TRIES)
    .map((misses) => Math.min(...misses.map((at) => at.getTime())) + STEP_UP_WINDOW_MS);
  return ends.length > 0 ? Math.max(...ends) : undefined;
}

function countedMisses({ way, accountMisses, browserMisses }: Misses): (readonly Date[])[] {
  return way === 'text-code' || way === 'passkey' ? [browserMisses] : [browserMisses, accountMisses];
}

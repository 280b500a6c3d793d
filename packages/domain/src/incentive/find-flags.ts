import type { RushedStep } from '../enrollment/find-rushed.ts';

/**
 * Why an enrollment looks as if it were none. `shared-phone` one phone answers for many accounts · `own-number` it is an
 * agent's · `burst` more in a few minutes than anybody can talk to · `unread-script` the words cannot have been read ·
 * `instant-stop` the phone stopped within a day · `wrong-number` whoever has the phone says that it is not our customer's.
 */
export type FlagKind =
  | 'shared-phone'
  | 'own-number'
  | 'burst'
  | 'unread-script'
  | 'instant-stop'
  | 'wrong-number';

export interface Flag {
  kind: FlagKind;
  evidence: Record<string, string | number | readonly string[]>;
}

/** What is known of an enrollment at the moment at which it is looked at; what is not asked about is absent. */
export interface FlagFacts {
  /** Accounts that were enrolled on this phone, this one included. */
  accountsOnPhone?: readonly string[];
  isAgentsOwn?: boolean;
  /** Enrollments of the agent's that were confirmed in the last `BURST_MS`, this one included. */
  confirmedLately?: number;
  rushed?: readonly RushedStep[];
  /** From the YES to the STOP. */
  stoppedAfterMs?: number;
  isWrongNumber?: boolean;
}

/** A household shares a phone; a third account on it is looked at. */
const MOST_ACCOUNTS = 2;

/** Ten minutes, in which nobody leads six calls to their end. */
export const BURST_MS = 600_000;
const BURST = 6;

/** One key pressed early is a slip; the consent's wording skipped, or three steps, is a script that was not read. */
const MOST_RUSHED = 2;

const INSTANT_MS = 86_400_000;

/** The flags that an enrollment gets, each with what it was seen by. None of them is a proof: a person decides. */
export function findFlags(facts: FlagFacts): Flag[] {
  const flags: Flag[] = [];
  const { accountsOnPhone = [], confirmedLately = 0, rushed = [], stoppedAfterMs } = facts;
  if (accountsOnPhone.length > MOST_ACCOUNTS) {
    flags.push({ kind: 'shared-phone', evidence: { accounts: accountsOnPhone } });
  }
  if (facts.isAgentsOwn) flags.push({ kind: 'own-number', evidence: {} });
  if (confirmedLately >= BURST) {
    flags.push({ kind: 'burst', evidence: { count: confirmedLately, minutes: BURST_MS / 60_000 } });
  }
  const isConsentRushed = rushed.some(({ step }) => step === 'consent');
  if (isConsentRushed || rushed.length > MOST_RUSHED) {
    const steps = rushed.map(({ step, ms, leastMs }) => `${step} ${ms}/${leastMs}`);
    flags.push({ kind: 'unread-script', evidence: { steps } });
  }
  if (stoppedAfterMs !== undefined && stoppedAfterMs <= INSTANT_MS) {
    flags.push({ kind: 'instant-stop', evidence: { minutes: Math.round(stoppedAfterMs / 60_000) } });
  }
  if (facts.isWrongNumber) flags.push({ kind: 'wrong-number', evidence: {} });
  return flags;
}

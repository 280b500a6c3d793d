import type { DialogFacts } from '../dialog.ts';
import type { DialogEffect, Saying } from '../dialog-effects.ts';
import { type DialogStep, say, step } from './step.ts';

/** STOP is confirmed once (47 CFR 64.1200(a)(12)); a second STOP within this time is the same one. */
const STOP_CONFIRMED_FOR_MS = 24 * 3_600_000;

/** STOP in any words; `cease` also reaches a person, who ends letters and calls. */
export function answerStop(kind: 'opt-out' | 'cease', facts: DialogFacts, now: Date): DialogStep {
  const person: DialogEffect[] =
    kind === 'cease' ? [{ do: 'flag-cease' }, { do: 'call-person', why: 'cease' }] : [];
  return step(
    'opted-out',
    { do: 'revoke-consent' },
    ...person,
    ...confirmation(
      { kind: 'stop-confirmed', ...(kind === 'opt-out' && facts.mayKeepBills && { asksWhich: true }) },
      facts,
      now,
    ),
  );
}

export function answerWrongParty(facts: DialogFacts, now: Date): DialogStep {
  return step(
    'passed-to-person',
    { do: 'revoke-consent' },
    { do: 'break-phone-from-account' },
    { do: 'call-person', why: 'wrong-party' },
    ...confirmation({ kind: 'wrong-party-noted' }, facts, now),
  );
}

/** A stop word in a longer sentence: nothing goes out unasked until somebody has decided what it meant. */
export function answerUnclearStop(facts: DialogFacts): DialogStep {
  const hold: DialogEffect[] = facts.heldSince || facts.consent === 'revoked' ? [] : [{ do: 'hold-texts' }];
  return step(
    'passed-to-person',
    ...hold,
    { do: 'call-person', why: 'unclear-stop' },
    say({ kind: 'stop-unclear' }),
  );
}

/** START is also the customer's own decision about a STOP that was unclear; where the carrier answers it, we do not. */
export function answerStart(facts: DialogFacts): DialogStep {
  const confirmed = facts.hasCarrierAnswered ? [] : [say({ kind: 'start-confirmed' })];
  return step('opted-in', { do: 'restore-consent' }, ...release(facts), ...confirmed);
}

/** BILLS in answer to a confirmation that asked which texts may go on: those about bills, and no others. */
export function answerKeepBills(): DialogStep {
  return step('opted-in', { do: 'restore-consent' }, say({ kind: 'start-confirmed' }));
}

/** "Do not stop": a person reads it, and what was held for a person may go. */
export function answerContinue(facts: DialogFacts): DialogStep {
  return step(
    'passed-to-person',
    ...release(facts),
    { do: 'call-person', why: 'question' },
    say({ kind: 'question-received' }),
  );
}

function release(facts: DialogFacts): DialogEffect[] {
  return facts.heldSince ? [{ do: 'release-texts' }] : [];
}

/** One confirmation in all, in whatever words: the carrier's own counts, and so does ours of a moment ago. */
function confirmation(what: Saying, facts: DialogFacts, now: Date): DialogEffect[] {
  const confirmed = facts.stopConfirmedAt;
  const isConfirmed = confirmed !== undefined && now.getTime() - confirmed.getTime() < STOP_CONFIRMED_FOR_MS;
  return facts.hasCarrierAnswered || isConfirmed ? [] : [say(what)];
}

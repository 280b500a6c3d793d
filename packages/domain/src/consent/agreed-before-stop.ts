import type { ConsentStanding } from './consent.ts';
import { type ConsentFact, foldConsent } from './fold-consent.ts';

/**
 * How a phone stood before the STOP that silences it now: what a START may bring back. A purpose that was given up
 * by itself, before that STOP or since, is not among it, because START says nothing about it. Nothing where no STOP is in
 * force.
 * @param facts all that is on record of the phone, oldest first
 */
export function agreedBeforeStop(facts: readonly ConsentFact[]): ConsentStanding {
  let standing: ConsentStanding = {};
  let before: ConsentStanding | undefined;
  for (const fact of facts) {
    const answer = foldConsent(standing, fact);
    if (answer.kind === 'refused') continue;
    const wasStopped = standing.service === 'revoked';
    const isStopped = answer.standing.service === 'revoked';
    if (isStopped && !wasStopped) before = standing;
    else if (isStopped && before && fact.act === 'revoked' && fact.purpose !== 'all') {
      before = { ...before, [fact.purpose]: 'revoked' };
    }
    if (!isStopped) before = undefined;
    standing = answer.standing;
  }
  return before ?? {};
}

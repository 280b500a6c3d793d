import {
  CONSENT_PURPOSES,
  type ConsentAct,
  type ConsentChannel,
  type ConsentPurpose,
  type ConsentScope,
  type ConsentStanding,
} from './consent.ts';
import { type ConsentRefusal, stepConsent } from './step-consent.ts';

/** As much of an event as its effect depends on. */
export interface ConsentFact {
  act: ConsentAct;
  purpose: ConsentScope;
  channel: ConsentChannel;
}

export type FoldAnswer =
  | { kind: 'folded'; standing: ConsentStanding }
  | { kind: 'refused'; purpose: ConsentPurpose; refusal: ConsentRefusal };

/**
 * How a phone stands after one more event. Given event after event, from `{}`, it is the whole meaning of the ledger: the
 * standing that is stored beside it must be the same.
 */
export function foldConsent(before: ConsentStanding, fact: ConsentFact): FoldAnswer {
  const purposes = fact.purpose === 'all' ? CONSENT_PURPOSES : [fact.purpose];
  let standing = before;
  for (const purpose of purposes) {
    const { act, channel } = fact;
    const answer = stepConsent({
      act,
      purpose,
      channel,
      state: before[purpose],
      serviceState: before.service,
    });
    if (answer.kind === 'refused') return { ...answer, purpose };
    const { [purpose]: _, ...others } = standing;
    standing = answer.state === undefined ? others : { ...others, [purpose]: answer.state };
  }
  return { kind: 'folded', standing };
}

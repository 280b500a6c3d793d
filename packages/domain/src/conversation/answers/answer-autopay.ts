import type { AutopayOffer, DialogFacts } from '../dialog.ts';
import type { DialogEffect } from '../dialog-effects.ts';
import { answerWithLink } from './answer-language.ts';
import { answered, type DialogStep, say, step } from './step.ts';

/**
 * AUTOPAY, ON and OFF. Off is done at once and says so, on whichever accounts of the phone it was. On is a mandate, which is
 * in writing (Reg E, 12 CFR 1005.10(b)): where one account with one card can be meant it is asked for in the thread, in words
 * that YES with a code agrees to; else the page asks.
 */
export function answerAutopay(to: 'on' | 'off' | undefined, facts: DialogFacts): DialogStep {
  if (to === 'off') {
    return step('changed-setting', ...closeOffer(facts), { do: 'end-autopay' }, say({ kind: 'autopay-off' }));
  }
  return to === 'on' ? askAutopay(facts) : answerWithLink('autopay-link', facts);
}

/** YES while a question about autopay is open: with its code, and as long as what it stated is so, it is the mandate. */
export function answerAutopayYes(
  offer: AutopayOffer,
  code: string | undefined,
  facts: DialogFacts,
  now: Date,
): DialogStep {
  const candidate = facts.autopay?.candidate;
  const isAsStated =
    candidate?.accountId === offer.accountId &&
    candidate.method.id === offer.methodId &&
    dueMinor(facts) === offer.statedMinor;
  if (code !== offer.code || offer.expiresAt <= now || !isAsStated) return askAutopay(facts);
  return step(
    'changed-setting',
    { do: 'begin-autopay', offer },
    say({ kind: 'autopay-on', card: candidate.method.card, invoiceId: facts.bills[0]?.invoiceId }),
  );
}

/** NO to the question about autopay. */
export function answerAutopayNo(facts: DialogFacts): DialogStep {
  return step('declined-offer', ...closeOffer(facts), say({ kind: 'autopay-off' }));
}

function askAutopay(facts: DialogFacts): DialogStep {
  const { autopay, offer, totalDue: total, billCount } = facts;
  const [mandate] = autopay?.mandates ?? [];
  const candidate = autopay?.candidate;
  if (mandate && (!candidate || mandate.accountId === candidate.accountId)) {
    return answered({ kind: 'autopay-on', card: mandate.card, invoiceId: facts.bills[0]?.invoiceId });
  }
  // What is open in two currencies is no one sum that a text could state.
  if (!candidate || (billCount > 0 && !total)) return answerWithLink('autopay-link', facts);
  const question: DialogEffect[] =
    offer?.kind === 'question' ? [{ do: 'close-offer', offerId: offer.id, as: 'superseded' }] : [];
  return step('asked', ...question, ...closeOffer(facts, 'superseded'), {
    do: 'ask-autopay',
    ...candidate,
    total: billCount > 0 ? total : undefined,
    code: facts.freshCode,
  });
}

function closeOffer({ autopay }: DialogFacts, as: 'declined' | 'superseded' = 'declined'): DialogEffect[] {
  return autopay?.offer ? [{ do: 'close-autopay-offer', offerId: autopay.offer.id, as }] : [];
}

function dueMinor({ totalDue, billCount }: DialogFacts): number {
  return billCount > 0 ? (totalDue?.minor ?? Number.NaN) : 0;
}

import { mayTextByConsent, type TextFacts, type TextRefusal } from '../consent/may-text.ts';

export interface CheckFacts extends TextFacts {
  /** What the text says is due, and what is due; null where it states no amount. Minor units. */
  statedMinor: number | null;
  dueMinor: number | null;
  sendBefore: Date | null;
  /** What became of the bill that a reminder is about, where that makes it wrong. */
  moot?: MootReason | undefined;
}

/** A bill was given another due date · was disputed or put on hold · was promised to be paid. */
export type MootReason = 'DUE_MOVED' | 'HELD' | 'PROMISED';

export type SkipReason = TextRefusal | MootReason | 'TOO_LATE' | 'ALREADY_PAID' | 'AMOUNT_CHANGED';

/**
 * The truth check at the instant of sending (O04): may this phone still be texted, is the text still of use, is the bill
 * still due, and is it still the amount that the text states?
 */
export function checkText(
  facts: CheckFacts,
  now: Date,
): { kind: 'send' } | { kind: 'skip'; reason: SkipReason } {
  if (facts.sendBefore && facts.sendBefore <= now) return skip('TOO_LATE');
  const verdict = mayTextByConsent(facts);
  if (verdict.kind === 'refused') return skip(verdict.refusal);
  if (facts.moot) return skip(facts.moot);
  if (facts.statedMinor !== null) {
    const due = facts.dueMinor ?? 0;
    if (due <= 0) return skip('ALREADY_PAID');
    if (due !== facts.statedMinor) return skip('AMOUNT_CHANGED');
  }
  return { kind: 'send' };
}

function skip(reason: SkipReason): { kind: 'skip'; reason: SkipReason } {
  return { kind: 'skip', reason };
}

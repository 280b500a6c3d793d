export interface CheckFacts {
  /** What the text says is due, and what is due; null where it states no amount. Minor units. */
  statedMinor: number | null;
  dueMinor: number | null;
  sendBefore: Date | null;
  /** What became of the bill that a reminder is about, or of the promise, where that makes it wrong. */
  moot?: MootReason | undefined;
}

/**
 * A bill was given another due date · was disputed or put on hold · was promised to be paid, or promised anew · what was
 * promised is paid.
 */
export type MootReason = 'DUE_MOVED' | 'HELD' | 'PROMISED' | 'ALREADY_PAID';

export type SkipReason = MootReason | 'TOO_LATE' | 'AMOUNT_CHANGED';

/**
 * The truth check at the instant of sending: is the text still of use, is the bill still due, and is it still the
 * amount that the text states? Whether the person may be texted at all is the contact policy's to say.
 */
export function checkText(
  facts: CheckFacts,
  now: Date,
): { kind: 'send' } | { kind: 'skip'; reason: SkipReason } {
  if (facts.sendBefore && facts.sendBefore <= now) return skip('TOO_LATE');
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

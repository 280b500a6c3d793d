import type { PaymentState } from '../payment/payment.ts';

/** What is known of the payment that is to be undone, read under its lock. */
export interface UndoFacts {
  state: PaymentState;
  finishedAt: Date | null;
  /** It turned up late and is on its way back already. */
  isTakenBack: boolean;
  /** The customer's bank has taken the money, or has been asked to: it has settled, whatever the minutes say. */
  isDisputed?: boolean;
  /** Refunds of it that are under way or done. */
  refunds: number;
}

/**
 * `IN_FLIGHT` its outcome is not known yet · `NOTHING_TO_UNDO` nothing was charged, or it is on its way back already ·
 * `TOO_LATE` its minutes are over, or the processor has begun to settle it.
 */
export type UndoRefusal = 'IN_FLIGHT' | 'NOTHING_TO_UNDO' | 'TOO_LATE';

/** Whether a payment may be undone now. The instant at which its minutes end is too late. */
export function decideUndo(
  facts: UndoFacts,
  undoMinutes: number,
  now: Date,
): { kind: 'undo' } | { kind: 'refused'; refusal: UndoRefusal } {
  if (facts.state === 'started' || facts.state === 'unknown') return refused('IN_FLIGHT');
  if (facts.state !== 'approved' || !facts.finishedAt || facts.isTakenBack || facts.refunds > 0) {
    return refused('NOTHING_TO_UNDO');
  }
  if (facts.isDisputed) return refused('TOO_LATE');
  const sinceMs = now.getTime() - facts.finishedAt.getTime();
  return sinceMs < undoMinutes * 60_000 ? { kind: 'undo' } : refused('TOO_LATE');
}

function refused(refusal: UndoRefusal): { kind: 'refused'; refusal: UndoRefusal } {
  return { kind: 'refused', refusal };
}

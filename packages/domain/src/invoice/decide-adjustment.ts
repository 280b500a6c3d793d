import type { Money } from '../money/money.ts';
import type { ManualAdjustment } from './adjustment.ts';

/** What is known of a bill that is to be adjusted by hand, read under its lock. */
export interface AdjustmentFacts {
  amountDue: Money;
  /** A payment of it may still move money. */
  isInFlight: boolean;
  /** What of it was written off and not reversed, and charged as fees and not waived: minor units. */
  writtenOffMinor: number;
  feesMinor: number;
}

/**
 * `in-flight` what is due is about to change · `bad-amount` not above nothing · `too-much` more than is due, was written
 * off, or was charged · `not-small` a difference that is worth asking for.
 */
export type AdjustmentRefusal = 'in-flight' | 'bad-amount' | 'too-much' | 'not-small';

/** Whether a bill may be adjusted so: never below nothing, and nothing is taken back twice. */
export function decideAdjustment(
  kind: ManualAdjustment,
  amountMinor: number,
  facts: AdjustmentFacts,
  smallUpToMinor: number,
): AdjustmentRefusal | undefined {
  if (facts.isInFlight) return 'in-flight';
  if (!Number.isSafeInteger(amountMinor) || amountMinor <= 0) return 'bad-amount';
  if (kind === 'write-off-reversed') return amountMinor > facts.writtenOffMinor ? 'too-much' : undefined;
  if (amountMinor > facts.amountDue.minor) return 'too-much';
  if (kind === 'fee-waived' && amountMinor > facts.feesMinor) return 'too-much';
  return kind === 'small-difference' && amountMinor > smallUpToMinor ? 'not-small' : undefined;
}

import type { Money } from '../money/money.ts';

/**
 * What changes what is due on a bill besides paying: `late-fee` is owed on top · `credit-note` the bill was too high ·
 * `write-off` it is given up, `write-off-reversed` it is owed after all · `fee-waived` a fee is taken back ·
 * `small-difference` too little to ask for.
 */
export type AdjustmentKind =
  | 'late-fee'
  | 'credit-note'
  | 'write-off'
  | 'write-off-reversed'
  | 'fee-waived'
  | 'small-difference';

/** Whether it adds to what is due, or takes from it. */
export const ADJUSTMENT_SIGN: Record<AdjustmentKind, 1 | -1> = {
  'late-fee': 1,
  'credit-note': -1,
  'write-off': -1,
  'write-off-reversed': 1,
  'fee-waived': -1,
  'small-difference': -1,
};

/** What people may do by hand; fees come from the rules alone. */
export type ManualAdjustment = Exclude<AdjustmentKind, 'late-fee'>;

export const MANUAL_ADJUSTMENTS: readonly ManualAdjustment[] = [
  'credit-note',
  'write-off',
  'write-off-reversed',
  'fee-waived',
  'small-difference',
];

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

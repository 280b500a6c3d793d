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

/**
 * What changes what is due on a bill besides paying. `late-fee`, `interest` are owed on top · `credit-note` the bill was too
 * high · `write-off` it is given up, `write-off-reversed` it is owed after all · `fee-waived` a fee is taken back ·
 * `small-difference` too little to ask for · `superseded` another bill has taken its place, `carried-over` what was paid on
 * the bill before · `early-discount` for who pays by a day, `early-discount-lapsed` the day has gone by.
 */
export type AdjustmentKind =
  | 'late-fee'
  | 'interest'
  | 'credit-note'
  | 'write-off'
  | 'write-off-reversed'
  | 'fee-waived'
  | 'small-difference'
  | 'superseded'
  | 'carried-over'
  | 'early-discount'
  | 'early-discount-lapsed';

/** Whether it adds to what is due, or takes from it. */
export const ADJUSTMENT_SIGN: Record<AdjustmentKind, 1 | -1> = {
  'late-fee': 1,
  interest: 1,
  'credit-note': -1,
  'write-off': -1,
  'write-off-reversed': 1,
  'fee-waived': -1,
  'small-difference': -1,
  superseded: -1,
  'carried-over': -1,
  'early-discount': -1,
  'early-discount-lapsed': 1,
};

/** What people may do by hand; the others come from the rules, or with another bill. */
export const MANUAL_ADJUSTMENTS = [
  'credit-note',
  'write-off',
  'write-off-reversed',
  'fee-waived',
  'small-difference',
] as const satisfies readonly AdjustmentKind[];

export type ManualAdjustment = (typeof MANUAL_ADJUSTMENTS)[number];

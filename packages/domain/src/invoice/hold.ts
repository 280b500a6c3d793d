/**
 * Why a bill rests: `dispute` the customer says that it is wrong · `respite` they were given time · `bankruptcy`, `deceased`
 * the law says so · `collection` somebody else collects it. While it rests nobody is reminded of it, and no fee is added; it
 * can still be paid.
 */
export type HoldReason = 'dispute' | 'respite' | 'bankruptcy' | 'deceased' | 'collection';

export const HOLD_REASONS: readonly HoldReason[] = [
  'dispute',
  'respite',
  'bankruptcy',
  'deceased',
  'collection',
];

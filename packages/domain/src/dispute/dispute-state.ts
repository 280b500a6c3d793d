/**
 * Where a dispute stands with us. `open` the bank has taken the money and waits for an answer · `answered` it has ours ·
 * `won`, `lost` it has decided, or nobody answered in time, or we gave in.
 */
export type DisputeState = 'open' | 'answered' | 'won' | 'lost';

/** The processor's words for where a dispute stands, and ours. A word that nobody has heard of decides nothing. */
const STATES: Readonly<Record<string, DisputeState>> = {
  open: 'open',
  under_review: 'answered',
  disputed: 'answered',
  won: 'won',
  lost: 'lost',
  accepted: 'lost',
  auto_accepted: 'lost',
  expired: 'lost',
};

/** Where a dispute stands by the processor's word; undefined for one that is not known. */
export function readDisputeState(status: string): DisputeState | undefined {
  return Object.hasOwn(STATES, status) ? STATES[status] : undefined;
}

/**
 * Whether news moves a dispute on. Notices come late, twice and out of order, so it never goes back, and what was decided
 * stays decided: a second decision is for a person to look at.
 */
export function mayStep(from: DisputeState, to: DisputeState): boolean {
  const RANK = { open: 0, answered: 1, won: 2, lost: 2 } as const;
  return RANK[to] > RANK[from];
}

/** A request for information takes no money; a chargeback and what follows on it does. */
export function takesMoney(kind: string): boolean {
  return kind !== 'retrieval';
}

/** What is known of the bill that is to be replaced, read under its lock. */
export interface SupersedeFacts {
  /** What is due on it; minor units. */
  dueMinor: number;
  /** What was paid and not given back, or settled elsewhere. */
  paidMinor: number;
  isInFlight: boolean;
  isSuperseded: boolean;
  isDisputed: boolean;
}

/**
 * `superseded` another bill has its place already · `in-flight` a payment is under way · `disputed` the customer's bank has
 * its money · `paid-more` more was paid on it than the new one comes to: that is given back first.
 */
export type SupersedeRefusal = 'superseded' | 'in-flight' | 'disputed' | 'paid-more';

/**
 * Whether a bill may be replaced by one of another total: what is left on the old one is taken off there, and what was paid
 * on it is carried over. Amounts are minor units.
 */
export function decideSupersede(
  facts: SupersedeFacts,
  totalMinor: number,
):
  | { kind: 'supersede'; takenOffMinor: number; carriedMinor: number }
  | { kind: 'refused'; refusal: SupersedeRefusal } {
  const { isSuperseded, isInFlight, isDisputed, paidMinor } = facts;
  if (isSuperseded) return { kind: 'refused', refusal: 'superseded' };
  if (isInFlight) return { kind: 'refused', refusal: 'in-flight' };
  if (isDisputed) return { kind: 'refused', refusal: 'disputed' };
  if (paidMinor > totalMinor) return { kind: 'refused', refusal: 'paid-more' };
  return { kind: 'supersede', takenOffMinor: Math.max(0, facts.dueMinor), carriedMinor: paidMinor };
}

/** What is known of an open promise when it is looked at. */
export interface PromiseFacts {
  amountMinor: number;
  /** What was paid since on the bills that it is about, less what went back. */
  paidMinor: number;
  /** The last day of the grace, `YYYY-MM-DD`. */
  graceUntil: string;
}

/** Kept or broken by the ledger alone. @param today the customer's own day, `YYYY-MM-DD` */
export function judgePromise(facts: PromiseFacts, today: string): 'open' | 'kept' | 'broken' {
  if (facts.paidMinor >= facts.amountMinor) return 'kept';
  return today > facts.graceUntil ? 'broken' : 'open';
}

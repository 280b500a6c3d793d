/** What can happen to a bill, as its timeline tells it. */
export type BillFactKind =
  | 'issued'
  | 'sent'
  | 'reminded'
  | 'linked'
  | 'delivered'
  | 'not-delivered'
  | 'opened'
  | 'viewed'
  | 'promised'
  | 'promise-kept'
  | 'promise-broken'
  | 'due-moved'
  | 'plan-made'
  | 'plan-ended'
  | 'late-fee'
  | 'interest'
  | 'fee-waived'
  | 'credit-note'
  | 'credit-used'
  | 'small-difference'
  | 'write-off'
  | 'write-off-reversed'
  | 'superseded'
  | 'carried-over'
  | 'early-discount'
  | 'early-discount-lapsed'
  | 'held'
  | 'released'
  | 'paying'
  | 'paid'
  | 'declined'
  | 'taken-back'
  | 'returned'
  | 'refunded'
  | 'disputed'
  | 'dispute-won'
  | 'dispute-lost'
  | 'collection';

/** One thing on record of a bill. What a kind does not have is null. */
export interface BillFact {
  /** Unique in the bill's timeline, and the same whenever it is loaded. */
  id: string;
  kind: BillFactKind;
  /** An instant, as ISO text. */
  at: string;
  amountMinor: number | null;
  /** "Visa 1111". */
  card: string | null;
  /** `YYYY-MM-DD`: the day promised, moved to, or held until. */
  day: string | null;
  /** The last two digits of the phone that a text went to. */
  phoneTail: string | null;
  /** The code of why: the carrier's number, a decline's kind, a hold's reason. */
  reason: string | null;
}

/** What an inbound text means, as far as words alone tell; what follows from it depends on the dialog. */
export type Intent =
  /** No more texts. */
  | { kind: 'opt-out' }
  /** No more contact about the debt, by any channel: an opt-out and more. */
  | { kind: 'cease' }
  /** The phone is not our customer's, or the customer has died: the number is to be silenced too. */
  | { kind: 'wrong-party' }
  /** A stop word in a longer sentence: outbound is held and a person decides. */
  | { kind: 'review-hold' }
  /** "Do not stop my service." */
  | { kind: 'continue' }
  | { kind: 'card-number' }
  /** `isWish` where it is not the command itself ("I want to pay", "Pay?"): worth a question, never a charge at once. */
  | { kind: 'pay'; isWish?: true }
  | { kind: 'pay-now' }
  /** The amount as it was written, and in minor units where it reads as a number. */
  | { kind: 'pay-amount'; amount: string; minor: number | undefined }
  /** Bills of a list by their numbers, or all of them. */
  | { kind: 'pay-several'; which: 'all' | number[] }
  /** The code of a question, two to four digits; a bare yes has none and never moves money. */
  | { kind: 'yes'; code?: string }
  | { kind: 'no' }
  | { kind: 'start' }
  | { kind: 'help' }
  | { kind: 'balance' }
  | { kind: 'agent' }
  | { kind: 'free-text' };

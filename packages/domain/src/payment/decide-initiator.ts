/**
 * Who moves the money, for the card networks' rules on stored credentials: the customer, there and then, or we under what
 * they agreed to. `…-first` is the customer's own payment that sets up a schedule.
 */
export type Initiator =
  | 'customer'
  | 'recurring-first'
  | 'recurring'
  | 'unscheduled'
  | 'installment-first'
  | 'installment';

export interface InitiatorFacts {
  /** `customer` asked for it in this moment, in the thread or on the page · `us` nobody did. */
  by: 'customer' | 'us';
  /** What it is a try of; `nothing` where it follows no schedule. */
  schedule: 'autopay' | 'instalment' | 'nothing';
  /** A new card or a stored one. */
  credential: 'new' | 'stored';
}

/**
 * What to tell the networks. A customer at the other end of the thread or the page pays by themselves, also with a stored
 * card, whatever it pays: to flag that as ours would claim rights that their presence does not give. Only a first payment
 * with a card that is then charged on a schedule names it. A retry is what its first try was. Source: compliance 4.2, T4.7.
 */
export function decideInitiator({ by, schedule, credential }: InitiatorFacts): Initiator {
  if (by === 'us') return BY_US[schedule];
  return credential === 'new' ? SETTING_UP[schedule] : 'customer';
}

const BY_US: Readonly<Record<InitiatorFacts['schedule'], Initiator>> = {
  autopay: 'recurring',
  instalment: 'installment',
  nothing: 'unscheduled',
};

const SETTING_UP: Readonly<Record<InitiatorFacts['schedule'], Initiator>> = {
  autopay: 'recurring-first',
  instalment: 'installment-first',
  nothing: 'customer',
};

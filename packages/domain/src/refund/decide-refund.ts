import type { PaymentState } from '../payment/payment.ts';

/** What is known of the payment of which money is to be given back, read under its lock. */
export interface RefundFacts {
  state: PaymentState;
  amountMinor: number;
  /** It turned up late and is on its way back already. */
  isTakenBack: boolean;
  /** What of it went back already. */
  refundedMinor: number;
  /** A refund of it is under way or waits for a second person. */
  isRefunding: boolean;
  /** The customer's bank has taken the money, or has been asked to: giving it back as well would give it twice. */
  isDisputed?: boolean;
}

/**
 * `nothing-captured` the payment took no money · `refund-in-flight` another refund of it is not over · `too-much` more
 * than is left of it · `bad-amount` not above nothing · `disputed` the customer's bank has the money.
 */
export type RefundRefusal = 'nothing-captured' | 'refund-in-flight' | 'too-much' | 'bad-amount' | 'disputed';

/**
 * Whether so much of a payment may be given back: never more in all than it took. Above the biller's limit it waits for
 * a second person.
 * @param wantedMinor in the payment's currency
 * @param aloneUpToMinor what one person may give back alone
 */
export function decideRefund(
  facts: RefundFacts,
  wantedMinor: number,
  aloneUpToMinor: number,
): { kind: 'start' | 'wait' } | { kind: 'refused'; refusal: RefundRefusal } {
  if (facts.state !== 'approved' || facts.isTakenBack) return refused('nothing-captured');
  if (facts.isDisputed) return refused('disputed');
  if (facts.isRefunding) return refused('refund-in-flight');
  if (!Number.isSafeInteger(wantedMinor) || wantedMinor <= 0) return refused('bad-amount');
  if (wantedMinor > facts.amountMinor - facts.refundedMinor) return refused('too-much');
  // Counted with what went back before, or ten small refunds would need nobody's second look.
  return { kind: facts.refundedMinor + wantedMinor > aloneUpToMinor ? 'wait' : 'start' };
}

function refused(refusal: RefundRefusal): { kind: 'refused'; refusal: RefundRefusal } {
  return { kind: 'refused', refusal };
}

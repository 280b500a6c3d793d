import { isSame, type Money } from '../money/money.ts';
import type { PaymentState } from './payment.ts';

/** What is known about the bill at the instant of charging, read in the transaction that commits the intent. */
export interface ChargeFacts {
  amountDue: Money;
  /** The amount that the customer agreed to. */
  agreed: Money;
  /** Payments of this bill that may still move money. */
  live: readonly { id: string; state: PaymentState }[];
}

export type ChargeDecision = { kind: 'charge'; amount: Money } | { kind: 'refused'; refusal: ChargeRefusal };

/**
 * `in-flight` another payment of the bill may still move money · `nothing-due` it is paid · `amount-changed` what is
 * due is no longer what the customer agreed to.
 */
export type ChargeRefusal = 'in-flight' | 'nothing-due' | 'amount-changed';

/**
 * Whether this bill may be charged now, and how much. Never more, and never less, than what the customer saw:
 * an amount that has changed since is asked about anew.
 */
export function decideCharge(facts: ChargeFacts): ChargeDecision {
  if (facts.live.length > 0) return { kind: 'refused', refusal: 'in-flight' };
  if (facts.amountDue.minor <= 0) return { kind: 'refused', refusal: 'nothing-due' };
  if (!isSame(facts.amountDue, facts.agreed)) return { kind: 'refused', refusal: 'amount-changed' };
  return { kind: 'charge', amount: facts.amountDue };
}

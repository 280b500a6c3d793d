import { type Money, money } from '../money/money.ts';
import type { PaymentState } from './payment.ts';
import type { AgreedPart } from './payment-part.ts';

/** What is known about the bills at the instant of charging, read in the transaction that commits the intent. */
export interface ChargeFacts {
  /** Each part that the customer agreed to, with what is due on its bill. */
  parts: readonly (AgreedPart & { amountDue: Money })[];
  /** The amount that the customer agreed to in all. */
  agreed: Money;
  /** Payments of any of these bills that may still move money. */
  live: readonly { id: string; state: PaymentState }[];
  /** The least that the biller takes towards what is due; null where whole bills only. */
  minimumMinor: number | null;
}

export type ChargeDecision = { kind: 'charge'; amount: Money } | { kind: 'refused'; refusal: ChargeRefusal };

/**
 * `in-flight` another payment of one of the bills may still move money · `nothing-due` all of them are paid ·
 * `amount-changed` what is due is no longer what the customer agreed to · `below-minimum` a part of less than the
 * biller takes · `method-gone` what was to be charged was removed or closed meanwhile.
 */
export type ChargeRefusal = 'in-flight' | 'nothing-due' | 'amount-changed' | 'below-minimum' | 'method-gone';

/**
 * Whether these bills may be charged now, and how much in all. A whole bill is charged at what the customer saw, never
 * more and never less: an amount that has changed since is asked about anew. A part is never more than what is due.
 */
export function decideCharge({ parts, agreed, live, minimumMinor }: ChargeFacts): ChargeDecision {
  if (live.length > 0) return refused('in-flight');
  if (parts.every(({ amountDue }) => amountDue.minor <= 0)) return refused('nothing-due');
  const total = parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const isAsAgreed = total === agreed.minor && parts.every((part) => isPayable(part, agreed));
  if (!isAsAgreed) return refused('amount-changed');
  if (parts.some(({ isPartial }) => isPartial)) {
    const due = parts.reduce((sum, { amountDue }) => sum + amountDue.minor, 0);
    if (minimumMinor === null || total < Math.min(minimumMinor, due)) return refused('below-minimum');
  }
  return { kind: 'charge', amount: money(total, agreed.currency) };
}

function refused(refusal: ChargeRefusal): ChargeDecision {
  return { kind: 'refused', refusal };
}

function isPayable(
  { amountMinor, amountDue, isPartial }: ChargeFacts['parts'][number],
  agreed: Money,
): boolean {
  if (amountDue.currency !== agreed.currency || amountMinor <= 0) return false;
  return isPartial ? amountMinor <= amountDue.minor : amountMinor === amountDue.minor;
}

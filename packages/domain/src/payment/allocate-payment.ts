import { add, type Money } from '../money/money.ts';
import type { AgreedPart } from './payment-part.ts';
import { sharePayment } from './share-payment.ts';

/** A bill with something due, as far as it matters to who shares a payment. */
export interface DueBill {
  invoiceId: string;
  amountDue: Money;
  /** `YYYY-MM-DD`. */
  dueOn: string;
}

/** What the customer wants to pay. `bills` narrows it to the bills that they chose; absent, all open ones are meant. */
export type PayWish =
  | { kind: 'whole'; bills?: readonly string[] }
  | { kind: 'amount'; amount: Money; bills?: readonly string[] };

export type Allocation =
  | { kind: 'allocated'; parts: readonly AgreedPart[]; total: Money }
  | { kind: 'refused'; refusal: AllocationRefusal };

/**
 * `nothing-due` none of the bills has anything due · `unknown-bill` a chosen bill is not among the open ones · `too-much`
 * more than is due · `below-minimum` less than the biller takes · `partial-not-taken` the biller takes whole bills
 * only · `several-currencies` one charge has one currency.
 */
export type AllocationRefusal =
  | 'nothing-due'
  | 'unknown-bill'
  | 'too-much'
  | 'below-minimum'
  | 'partial-not-taken'
  | 'several-currencies';

/**
 * Splits what a customer wants to pay over their bills: over the ones that they chose, in the order in which they chose
 * them; else the oldest due first. Each bill gets as much as is due on it before the next one gets anything. Never more
 * than is due, and never less in all than the biller's minimum, unless less than that is due.
 * @param bills the customer's open bills, in any order
 * @param minimumMinor the least that the biller takes towards what is due; null where whole bills only
 */
export function allocatePayment(
  bills: readonly DueBill[],
  wish: PayWish,
  minimumMinor: number | null,
): Allocation {
  const chosen = choose(bills, wish.bills);
  if (!chosen) return refused('unknown-bill');
  const open = chosen.filter(({ amountDue }) => amountDue.minor > 0);
  const [first, ...others] = open;
  if (!first) return refused('nothing-due');
  if (others.some(({ amountDue }) => amountDue.currency !== first.amountDue.currency)) {
    return refused('several-currencies');
  }
  const due = others.reduce((sum, { amountDue }) => add(sum, amountDue), first.amountDue);
  const total = wish.kind === 'whole' ? due : wish.amount;
  if (total.currency !== due.currency) return refused('several-currencies');
  if (total.minor > due.minor) return refused('too-much');
  const parts = sharePayment(open, total.minor);
  if (parts.some(({ isPartial }) => isPartial) && minimumMinor === null) return refused('partial-not-taken');
  if (total.minor <= 0 || total.minor < Math.min(minimumMinor ?? 0, due.minor)) {
    return refused('below-minimum');
  }
  return { kind: 'allocated', parts, total };
}

function refused(refusal: AllocationRefusal): Allocation {
  return { kind: 'refused', refusal };
}

/** The chosen bills in the order of the choice, each once; all of them, oldest due first, where none was chosen. */
function choose(bills: readonly DueBill[], wanted: readonly string[] | undefined): DueBill[] | undefined {
  if (wanted === undefined) {
    return [...bills].sort(
      (one, other) => one.dueOn.localeCompare(other.dueOn) || one.invoiceId.localeCompare(other.invoiceId),
    );
  }
  const found = [...new Set(wanted)].map((id) => bills.find(({ invoiceId }) => invoiceId === id));
  return found.every((bill) => bill !== undefined) ? found : undefined;
}

import type { OpenCredit } from './credit.ts';

/** So much of a credit goes to a bill. */
export interface CreditUse {
  creditId: string;
  invoiceId: string;
  amountMinor: number;
}

/**
 * How credits are used: the one that expires first goes first, to the bill that is due first, as far as it goes. All are
 * of one currency. Nobody is asked: a credit is for the next amount due, and no cash.
 * @param bills those that may be paid now, with what is due on each
 */
export function planUses(
  credits: readonly OpenCredit[],
  bills: readonly { invoiceId: string; dueOn: string; dueMinor: number }[],
): CreditUse[] {
  const open = bills
    .toSorted(
      (one, other) => one.dueOn.localeCompare(other.dueOn) || one.invoiceId.localeCompare(other.invoiceId),
    )
    .map((bill) => ({ ...bill }));
  const uses: CreditUse[] = [];
  for (const { creditId, leftMinor } of credits.toSorted(byExpiry)) {
    let left = leftMinor;
    for (const bill of open) {
      const amountMinor = Math.min(left, bill.dueMinor);
      if (amountMinor <= 0) continue;
      uses.push({ creditId, invoiceId: bill.invoiceId, amountMinor });
      bill.dueMinor -= amountMinor;
      left -= amountMinor;
    }
  }
  return uses;
}

/** One without a last day comes last. */
function byExpiry(one: OpenCredit, other: OpenCredit): number {
  const [first, second] = [one.expiresOn ?? '9999-12-31', other.expiresOn ?? '9999-12-31'];
  return first.localeCompare(second) || one.creditId.localeCompare(other.creditId);
}

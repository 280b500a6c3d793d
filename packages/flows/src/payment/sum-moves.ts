import type { MovedSums } from '@kvitt/db/payment/save-reconciliation';
import type { Currency } from '@kvitt/domain/money/money';
import type { Move } from '@kvitt/payments/payments-port';

/** Counts and sums by currency; a line of nothings in `currency` where there is nothing. */
export function sumMoves(moves: readonly Move[], currency: Currency): MovedSums[] {
  const sums = new Map<Currency, MovedSums>();
  const sumOf = (of: Currency) => {
    const sum = sums.get(of) ?? { currency: of, sales: 0, salesMinor: 0, refunds: 0, refundsMinor: 0 };
    sums.set(of, sum);
    return sum;
  };
  for (const { kind, amount } of moves) {
    const sum = sumOf(amount.currency);
    if (kind === 'sale') {
      sum.sales += 1;
      sum.salesMinor += amount.minor;
    } else {
      sum.refunds += 1;
      sum.refundsMinor += amount.minor;
    }
  }
  if (sums.size === 0) sumOf(currency);
  return [...sums.values()];
}

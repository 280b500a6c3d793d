import type { Currency } from '../money/money.ts';
import type { Difference } from './compare-books.ts';

/** How much of one kind settled in one merchant account of the processor's on one of its days. */
export interface BatchTotal {
  account: string;
  kind: 'sale' | 'refund';
  currency: Currency;
  count: number;
  minor: number;
}

/**
 * Holds what is posted of the moves that settled on a day against the processor's own summary of that day, by merchant
 * account and kind. The moves one by one are compared elsewhere; this shows what no search of them does.
 * @param day the processor's, `YYYY-MM-DD`
 */
export function compareBatches(
  day: string,
  ours: readonly BatchTotal[],
  theirs: readonly BatchTotal[],
): Difference[] {
  const booked = new Map(ours.map((total) => [keyOf(total), total]));
  const settled = new Map(theirs.map((total) => [keyOf(total), total]));
  return [...new Set([...booked.keys(), ...settled.keys()])].sort().flatMap((key): Difference[] => {
    const mine = booked.get(key);
    const yours = settled.get(key);
    const either = mine ?? yours;
    if (!either || (mine?.minor === yours?.minor && mine?.count === yours?.count)) return [];
    return [
      {
        kind: 'batch-differs',
        subject: `${day}/${either.account}/${either.kind}`,
        vendorIds: [],
        oursMinor: mine?.minor ?? 0,
        theirsMinor: yours?.minor ?? 0,
        currency: either.currency,
      },
    ];
  });
}

function keyOf({ account, kind, currency }: BatchTotal): string {
  return `${account}/${kind}/${currency}`;
}

/**
 * What is due in each currency, the largest number of bills first; where nothing is due, nothing of the given one. Amounts of
 * two currencies are never one sum.
 * @param bills with amounts in minor units
 */
export function sumPerCurrency(
  bills: readonly { dueMinor: number; currency: string }[],
  otherwise: string,
): { currency: string; minor: number }[] {
  const groups = [...Map.groupBy(bills, ({ currency }) => currency)].toSorted(
    ([, one], [, other]) => other.length - one.length,
  );
  if (groups.length === 0) return [{ currency: otherwise, minor: 0 }];
  return groups.map(([currency, all]) => ({
    currency,
    minor: all.reduce((sum, { dueMinor }) => sum + dueMinor, 0),
  }));
}

import type { BillLine } from '@kvitt/api/portal/account-parts';
import { add, type Money } from '@kvitt/domain/money/money';

/** What open bills come to; of those in the currency of the first, where there are several. */
export function sumBills(bills: readonly BillLine[]): Money {
  const amounts = bills.map(({ amountDue }) => amountDue);
  const [first, ...rest] = amounts;
  if (!first) throw new Error('there is nothing to sum');
  return rest.filter(({ currency }) => currency === first.currency).reduce(add, first);
}

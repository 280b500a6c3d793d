import { addDays } from '../time/add-days.ts';
import { LATE_FEE_LAWS, type LateFeeTerms } from './late-fee.ts';

/**
 * The first day on which the next late fee of a bill can be charged, `YYYY-MM-DD`: after the grace that was agreed, and no
 * earlier than the law has it. A second fee answers a second reminder, with the same time to pay after the first.
 */
export function lateFeeDay(
  bill: { dueOn: string; lastFeeOn: string | undefined },
  terms: Pick<LateFeeTerms, 'country' | 'graceDays'>,
): string {
  const after = Math.max(terms.graceDays + 1, LATE_FEE_LAWS[terms.country].afterDays);
  return addDays(bill.lastFeeOn ?? bill.dueOn, after);
}

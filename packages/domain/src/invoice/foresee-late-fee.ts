import { decideLateFee, type LateBill } from './decide-late-fee.ts';
import type { LateFeeTerms } from './late-fee.ts';
import { lateFeeDay } from './late-fee-day.ts';

/**
 * The late fee that comes next if a bill stays as it is, and the first day on which it does; undefined where none comes.
 * @param terms null where nothing was agreed, and nothing is charged
 */
export function foreseeLateFee(
  bill: Omit<LateBill, 'isHeld' | 'hasPromise' | 'isInFlight'>,
  terms: LateFeeTerms | null,
): { feeMinor: number; feeOn: string } | undefined {
  if (!terms) return undefined;
  const feeOn = lateFeeDay(bill, terms);
  const decision = decideLateFee(
    { ...bill, isHeld: false, hasPromise: false, isInFlight: false },
    terms,
    feeOn,
  );
  return decision.kind === 'charge' ? { feeMinor: decision.feeMinor, feeOn } : undefined;
}

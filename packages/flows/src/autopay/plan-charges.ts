import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { planChargesOf } from './plan-charges-of.ts';

/**
 * Plans the charges of what has come under a mandate since the last round, of all billers; those of a new mandate are planned
 * with it.
 * @returns how many were planned
 */
export async function planCharges(ctx: Ctx): Promise<number> {
  return inTransaction(ctx, (tx) => planChargesOf(tx));
}

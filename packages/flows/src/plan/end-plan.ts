import { PaymentPlan } from '@kvitt/db/plan/payment-plan.entity';
import { LockMode } from '@mikro-orm/postgresql';
import type { TxCtx } from '../kit/context.ts';
import { closePlan } from './close-plan.ts';

/**
 * Ends an account's running plan because the customer or an agent says so, within the caller's transaction: what is left is
 * due as it was without one.
 * @param order.by `customer`, or an agent's name
 */
export async function endPlan(
  tx: TxCtx,
  order: { billerId: string; accountId: string; by: string },
): Promise<{ kind: 'ended'; planId: string } | { kind: 'refused'; refusal: 'no-plan' }> {
  const { billerId, accountId, by } = order;
  const plan = await tx.em.findOne(
    PaymentPlan,
    { billerId, accountId, state: 'running' },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (!plan) return { kind: 'refused', refusal: 'no-plan' };
  await closePlan(tx, plan, { as: 'ended', by });
  return { kind: 'ended', planId: plan.id };
}

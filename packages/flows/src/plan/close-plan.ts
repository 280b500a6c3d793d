import { PlannedCharge } from '@kvitt/db/autopay/planned-charge.entity';
import { takeBackTexts } from '@kvitt/db/plan/look-again-at-plans';
import type { PaymentPlan } from '@kvitt/db/plan/payment-plan.entity';
import type { PlanState } from '@kvitt/domain/plan/plan';
import type { OpenInstalment } from '@kvitt/domain/plan/stand-plan';
import type { TxCtx } from '../kit/context.ts';
import { tellPlanOver } from './tell-instalment.ts';

/**
 * Ends a running plan, within the transaction that has locked it, and says so. What autopay would have charged of it is
 * taken away; nobody agreed to have the whole charged, so what is left is paid by hand and reminded of like any bill.
 */
export async function closePlan(
  tx: TxCtx,
  plan: PaymentPlan,
  { as, by, missed }: { as: Exclude<PlanState, 'running'>; by: string; missed?: OpenInstalment | undefined },
): Promise<void> {
  const { billerId, id } = plan;
  const now = tx.clock.now();
  plan.state = as;
  plan.endedAt = now;
  plan.endedBy = by;
  await tx.em.flush();
  await takeBackTexts(tx.em, billerId, id);
  await tx.em.nativeUpdate(
    PlannedCharge,
    { billerId, planId: id, state: 'queued' },
    as === 'paid'
      ? { state: 'paid-before', endedAt: now, tellAt: null }
      : { state: 'skipped', reason: 'PLAN_OVER', endedAt: now, tellAt: null },
  );
  await tellPlanOver(tx, plan, missed);
  tx.log.info({ planId: id, state: as }, 'a payment plan is over');
}

import type { Enrollment } from '@kvitt/db/enrollment/enrollment.entity';
import { Bonus } from '@kvitt/db/incentive/bonus.entity';
import { countScore } from '@kvitt/db/incentive/count-score';
import { DEFAULT_PLAN } from '@kvitt/domain/incentive/bonus-plan';
import type { TxCtx } from '../kit/context.ts';
import { moveBonus } from './move-bonus.ts';

/**
 * Takes back what an enrollment earned, in the transaction of the STOP: the bonuses of its agents, and its place on the
 * leaderboard, in the period in which it was counted. After the plan's time a STOP is no fault of the call's.
 */
export async function clawBack(tx: TxCtx, call: Enrollment): Promise<void> {
  const { billerId, agentId, confirmedAt } = call;
  if (!confirmedAt || tx.clock.now().getTime() - confirmedAt.getTime() > DEFAULT_PLAN.clawBackForMs) return;
  await countScore(tx.em, { billerId, agentId, at: confirmedAt }, { enrollments: -1 });
  for (const { id } of await tx.em.find(Bonus, { billerId, enrollmentId: call.id })) {
    await moveBonus(tx, { billerId, id }, { act: 'clawed-back' });
  }
}

import type { Enrollment } from '@kvitt/db/enrollment/enrollment.entity';
import { Bonus } from '@kvitt/db/incentive/bonus.entity';
import { countScore } from '@kvitt/db/incentive/count-score';
import type { TxCtx } from '../kit/context.ts';
import { loadPlan } from './load-plan.ts';
import { moveBonus } from './move-bonus.ts';

/**
 * Takes back what an enrollment earned, in the transaction of the STOP: the bonuses of its agents, each for as long as the
 * plan says under which it was earned, and its place on the leaderboard, in the period in which it was counted. After that
 * time a STOP is no fault of the call's.
 */
export async function clawBack(tx: TxCtx, call: Enrollment): Promise<void> {
  const { billerId, agentId, confirmedAt } = call;
  if (!confirmedAt) return;
  const now = tx.clock.now();
  const { clawBackForMs } = await loadPlan(tx, billerId);
  if (now.getTime() - confirmedAt.getTime() <= clawBackForMs) {
    await countScore(tx.em, { billerId, agentId, at: confirmedAt }, { enrollments: -1 });
  }
  const bonuses = await tx.em.find(Bonus, { billerId, enrollmentId: call.id, clawsUntil: { $gte: now } });
  for (const { id } of bonuses) await moveBonus(tx, { billerId, id }, { act: 'clawed-back' });
}

import { Biller } from '@kvitt/db/biller/biller.entity';
import { Enrollment } from '@kvitt/db/enrollment/enrollment.entity';
import { Bonus } from '@kvitt/db/incentive/bonus.entity';
import { insertBonusEntry } from '@kvitt/db/incentive/insert-bonus-entry';
import { sumEarnedToday } from '@kvitt/db/incentive/sum-earned-today';
import { insertOnce } from '@kvitt/db/kit/insert-once';
import type { BonusKind } from '@kvitt/domain/incentive/bonus-plan';
import { postBonus } from '@kvitt/domain/incentive/post-bonus';
import { shareBonus } from '@kvitt/domain/incentive/share-bonus';
import type { TxCtx } from '../kit/context.ts';
import { loadPlan } from './load-plan.ts';

/**
 * Gives the agents of an enrollment what the plan in force says for one kind, pending, in the transaction in which the
 * customer did it. Once per enrollment, kind and agent.
 */
export async function awardBonus(tx: TxCtx, call: Enrollment, kind: BonusKind): Promise<void> {
  const { billerId, agentId } = call;
  const helperId = call.helperId ?? null;
  const at = tx.clock.now();
  const { currency } = await tx.em.findOneOrFail(Biller, { id: billerId });
  const before = { billerId, accountId: call.accountId, id: { $ne: call.id }, confirmedAt: { $ne: null } };
  const isAgain = (await tx.em.count(Enrollment, before)) > 0;
  const plan = await loadPlan(tx, billerId);
  const agentIds = helperId === null ? [agentId] : [agentId, helperId];
  const earned = await sumEarnedToday(tx.em, billerId, agentIds, at);
  const earnedTodayMinor = (id: string) => earned.get(id) ?? 0;
  for (const share of shareBonus(plan, kind, { agentId, helperId, isAgain, earnedTodayMinor })) {
    const answer = postBonus(undefined, 'earned', share.minor);
    if (answer.kind === 'refused') throw new Error('a bonus that there is not yet can be earned');
    const id = tx.ids.next();
    const isNew = await insertOnce(tx.em, Bonus, {
      billerId,
      id,
      enrollmentId: call.id,
      agentId: share.agentId,
      kind,
      minor: share.minor,
      currency,
      planKey: plan.key,
      planVersion: plan.version,
      state: answer.state,
      reason: null,
      earnedAt: at,
      vestsAt: new Date(at.getTime() + plan.vestAfterMs),
      clawsUntil: new Date(at.getTime() + plan.clawBackForMs),
      periodId: null,
      decidedBy: null,
      decider: null,
      movedAt: at,
    });
    if (!isNew) continue;
    const entry = { billerId, id: tx.ids.next(), bonusId: id, agentId: share.agentId, at, actorId: null };
    await insertBonusEntry(tx.em, { ...entry, act: 'earned' }, answer.postings);
  }
}

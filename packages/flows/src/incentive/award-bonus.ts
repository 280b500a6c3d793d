import { Biller } from '@kvitt/db/biller/biller.entity';
import { Enrollment } from '@kvitt/db/enrollment/enrollment.entity';
import { Bonus } from '@kvitt/db/incentive/bonus.entity';
import { countScore } from '@kvitt/db/incentive/count-score';
import { insertBonusEntry } from '@kvitt/db/incentive/insert-bonus-entry';
import { insertOnce } from '@kvitt/db/kit/insert-once';
import { DEFAULT_PLAN } from '@kvitt/domain/incentive/bonus-plan';
import { postBonus } from '@kvitt/domain/incentive/post-bonus';
import { shareBonus } from '@kvitt/domain/incentive/share-bonus';
import type { TxCtx } from '../kit/context.ts';

const DAY_MS = 86_400_000;

/**
 * Gives the agents of an enrollment what the plan says, pending, in the transaction in which the handset confirmed it; and
 * counts it on the leaderboard. Once per enrollment, kind and agent.
 */
export async function awardBonus(tx: TxCtx, call: Enrollment): Promise<void> {
  const { billerId, agentId } = call;
  const helperId = call.helperId ?? null;
  const at = tx.clock.now();
  await countScore(tx.em, { billerId, agentId, at }, { enrollments: 1 });
  const { currency } = await tx.em.findOneOrFail(Biller, { id: billerId });
  const before = { billerId, accountId: call.accountId, id: { $ne: call.id }, confirmedAt: { $ne: null } };
  const isAgain = (await tx.em.count(Enrollment, before)) > 0;
  const earned = await tx.em.find(Bonus, {
    billerId,
    agentId: { $in: [agentId, ...(helperId ? [helperId] : [])] },
    earnedAt: { $gt: new Date(at.getTime() - DAY_MS) },
  });
  const earnedTodayMinor = (id: string) =>
    earned.filter((one) => one.agentId === id).reduce((sum, { minor }) => sum + minor, 0);
  for (const share of shareBonus(DEFAULT_PLAN, 'text', { agentId, helperId, isAgain, earnedTodayMinor })) {
    const answer = postBonus(undefined, 'earned', share.minor);
    if (answer.kind === 'refused') throw new Error('a bonus that there is not yet can be earned');
    const id = tx.ids.next();
    const isNew = await insertOnce(tx.em, Bonus, {
      billerId,
      id,
      enrollmentId: call.id,
      agentId: share.agentId,
      kind: 'text',
      minor: share.minor,
      currency,
      planKey: DEFAULT_PLAN.key,
      planVersion: DEFAULT_PLAN.version,
      state: answer.state,
      reason: null,
      earnedAt: at,
      movedAt: at,
    });
    if (!isNew) continue;
    const entry = { billerId, id: tx.ids.next(), bonusId: id, agentId: share.agentId, at, actorId: null };
    await insertBonusEntry(tx.em, { ...entry, act: 'earned' }, answer.postings);
  }
}

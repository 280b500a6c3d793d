import { Bonus } from '@kvitt/db/incentive/bonus.entity';
import { insertBonusEntry } from '@kvitt/db/incentive/insert-bonus-entry';
import { type BonusAct, postBonus } from '@kvitt/domain/incentive/post-bonus';
import { LockMode } from '@mikro-orm/postgresql';
import type { TxCtx } from '../kit/context.ts';

export type BonusMoved =
  | { kind: 'moved'; bonus: Bonus }
  | { kind: 'refused'; refusal: 'NO_SUCH_BONUS' | 'NOT_IN_THIS_STATE' };

/**
 * Does something to a bonus, within the caller's transaction: one entry of the bonus ledger, and how the bonus stands
 * after it. The row is locked first, so of two at once one is refused.
 * @param move.actor who decided it; absent where the customer or the clock did
 */
export async function moveBonus(
  tx: TxCtx,
  key: { billerId: string; id: string },
  move: {
    act: Exclude<BonusAct, 'earned'>;
    actor?: { id: string; name: string };
    reason?: string;
    periodId?: string;
  },
): Promise<BonusMoved> {
  const bonus = await tx.em.findOne(Bonus, key, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  if (!bonus) return { kind: 'refused', refusal: 'NO_SUCH_BONUS' };
  const answer = postBonus(bonus.state, move.act, bonus.minor);
  if (answer.kind === 'refused') return answer;
  const at = tx.clock.now();
  const { billerId, id: bonusId, agentId } = bonus;
  const { act, actor, periodId } = move;
  await insertBonusEntry(
    tx.em,
    { billerId, id: tx.ids.next(), bonusId, agentId, act, actorId: actor?.id ?? null, at },
    answer.postings,
  );
  bonus.state = answer.state;
  bonus.movedAt = at;
  bonus.reason = move.reason ?? null;
  if (periodId !== undefined) bonus.periodId = periodId;
  if (actor && act !== 'exported') {
    bonus.decidedBy = actor.id;
    bonus.decider = actor.name;
  }
  await tx.em.flush();
  return { kind: 'moved', bonus };
}

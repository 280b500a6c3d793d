import { Bonus } from '@kvitt/db/incentive/bonus.entity';
import { BonusAppeal } from '@kvitt/db/incentive/bonus-appeal.entity';
import { insertOnce } from '@kvitt/db/kit/insert-once';
import { type Actor, noteAct } from '../agent/note-act.ts';
import type { TxCtx } from '../kit/context.ts';

export type AppealAnswer =
  | { kind: 'appealed'; appealId: string }
  | {
      kind: 'refused';
      refusal: 'NO_SUCH_BONUS' | 'NOT_IN_THIS_STATE' | 'WORDS_MISSING' | 'ALREADY_APPEALED';
    };

/** An agent says why a bonus of theirs should not have been rejected or taken back; once, within the caller's transaction. */
export async function appealBonus(
  tx: TxCtx,
  actor: Actor & { id: string },
  appeal: { bonusId: string; words: string },
): Promise<AppealAnswer> {
  const { billerId, id: agentId } = actor;
  const bonus = await tx.em.findOne(Bonus, { billerId, id: appeal.bonusId, agentId });
  if (!bonus) return { kind: 'refused', refusal: 'NO_SUCH_BONUS' };
  if (bonus.state !== 'rejected' && bonus.state !== 'clawed-back') {
    return { kind: 'refused', refusal: 'NOT_IN_THIS_STATE' };
  }
  const words = appeal.words.trim();
  if (words === '') return { kind: 'refused', refusal: 'WORDS_MISSING' };
  const id = tx.ids.next();
  const isNew = await insertOnce(tx.em, BonusAppeal, {
    billerId,
    id,
    bonusId: bonus.id,
    agentId,
    words,
    raisedAt: tx.clock.now(),
    state: 'open',
    answer: null,
    answeredBy: null,
    answerer: null,
    answeredAt: null,
  });
  if (!isNew) return { kind: 'refused', refusal: 'ALREADY_APPEALED' };
  await noteAct(tx, actor, 'bonus.appealed', { subject: 'bonus', subjectId: bonus.id });
  return { kind: 'appealed', appealId: id };
}

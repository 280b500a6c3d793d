import { BonusAppeal } from '@kvitt/db/incentive/bonus-appeal.entity';
import { LockMode } from '@mikro-orm/postgresql';
import { type Actor, noteAct } from '../agent/note-act.ts';
import type { TxCtx } from '../kit/context.ts';
import { moveBonus } from './move-bonus.ts';

export type AppealAnswered =
  | { kind: 'answered' }
  | {
      kind: 'refused';
      refusal:
        | 'NO_SUCH_APPEAL'
        | 'YOUR_OWN'
        | 'WORDS_MISSING'
        /** It was taken back by a STOP, which is the plan's rule and no one's decision. */
        | 'NOT_IN_THIS_STATE';
    };

/**
 * Answers an agent's appeal, within the caller's transaction. Upheld, the bonus that was rejected is approved; one that a
 * STOP took back can only be explained. Nobody answers their own.
 */
export async function answerAppeal(
  tx: TxCtx,
  actor: Actor & { id: string },
  answer: { appealId: string; as: 'upheld' | 'declined'; words: string },
): Promise<AppealAnswered> {
  const { billerId } = actor;
  const appeal = await tx.em.findOne(
    BonusAppeal,
    { billerId, id: answer.appealId, state: 'open' },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (!appeal) return { kind: 'refused', refusal: 'NO_SUCH_APPEAL' };
  if (appeal.agentId === actor.id) return { kind: 'refused', refusal: 'YOUR_OWN' };
  const words = answer.words.trim();
  if (words === '') return { kind: 'refused', refusal: 'WORDS_MISSING' };
  if (answer.as === 'upheld') {
    const moved = await moveBonus(tx, { billerId, id: appeal.bonusId }, { act: 'restored', actor });
    if (moved.kind === 'refused') return { kind: 'refused', refusal: 'NOT_IN_THIS_STATE' };
  }
  appeal.state = answer.as;
  appeal.answer = words;
  appeal.answeredBy = actor.id;
  appeal.answerer = actor.name;
  appeal.answeredAt = tx.clock.now();
  await tx.em.flush();
  await noteAct(tx, actor, `appeal.${answer.as}`, {
    subject: 'bonus',
    subjectId: appeal.bonusId,
    detail: words,
  });
  return { kind: 'answered' };
}

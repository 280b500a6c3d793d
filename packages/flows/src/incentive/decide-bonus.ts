import { Bonus } from '@kvitt/db/incentive/bonus.entity';
import { EnrollmentFlag } from '@kvitt/db/incentive/enrollment-flag.entity';
import { type Actor, noteAct } from '../agent/note-act.ts';
import type { TxCtx } from '../kit/context.ts';
import { moveBonus } from './move-bonus.ts';

export type BonusDecision =
  | { kind: 'decided' }
  | {
      kind: 'refused';
      refusal:
        | 'NO_SUCH_BONUS'
        | 'NOT_IN_THIS_STATE'
        /** Four eyes: nobody decides about what they earned themselves. */
        | 'YOUR_OWN'
        /** Its enrollment has a flag that nobody has looked at. */
        | 'FLAGGED'
        | 'REASON_MISSING';
    };

/**
 * Approves a vested bonus, or rejects one that is not approved yet, with the reason, within the caller's transaction. What
 * is flagged is looked at before it is approved.
 */
export async function decideBonus(
  tx: TxCtx,
  actor: Actor & { id: string },
  decision: { bonusId: string } & ({ as: 'approved' } | { as: 'rejected'; reason: string }),
): Promise<BonusDecision> {
  const { billerId } = actor;
  const bonus = await tx.em.findOne(Bonus, { billerId, id: decision.bonusId });
  if (!bonus) return { kind: 'refused', refusal: 'NO_SUCH_BONUS' };
  if (bonus.agentId === actor.id) return { kind: 'refused', refusal: 'YOUR_OWN' };
  const reason = decision.as === 'rejected' ? decision.reason.trim() : '';
  if (decision.as === 'rejected' && reason === '') return { kind: 'refused', refusal: 'REASON_MISSING' };
  const open = { billerId, enrollmentId: bonus.enrollmentId, clearedAt: null };
  if (decision.as === 'approved' && (await tx.em.count(EnrollmentFlag, open)) > 0) {
    return { kind: 'refused', refusal: 'FLAGGED' };
  }
  const moved = await moveBonus(
    tx,
    { billerId, id: bonus.id },
    { act: decision.as, actor, ...(reason && { reason }) },
  );
  if (moved.kind === 'refused') return moved;
  await noteAct(tx, actor, `bonus.${decision.as}`, {
    subject: 'bonus',
    subjectId: bonus.id,
    ...(reason && { detail: reason }),
  });
  return { kind: 'decided' };
}

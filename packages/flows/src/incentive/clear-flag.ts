import { Enrollment } from '@kvitt/db/enrollment/enrollment.entity';
import { EnrollmentFlag } from '@kvitt/db/incentive/enrollment-flag.entity';
import type { FlagKind } from '@kvitt/domain/incentive/find-flags';
import { LockMode } from '@mikro-orm/postgresql';
import { type Actor, noteAct } from '../agent/note-act.ts';
import type { TxCtx } from '../kit/context.ts';

export type FlagCleared =
  | { kind: 'cleared' }
  | { kind: 'refused'; refusal: 'NO_SUCH_FLAG' | 'YOUR_OWN' | 'REASON_MISSING' };

/**
 * Notes that somebody has looked at a flag and why it was nothing, within the caller's transaction. Nobody clears one of a
 * call of theirs.
 */
export async function clearFlag(
  tx: TxCtx,
  actor: Actor & { id: string },
  flag: { enrollmentId: string; kind: FlagKind; note: string },
): Promise<FlagCleared> {
  const { billerId } = actor;
  const { enrollmentId, kind } = flag;
  const call = await tx.em.findOne(Enrollment, { billerId, id: enrollmentId });
  const row = await tx.em.findOne(
    EnrollmentFlag,
    { billerId, enrollmentId, kind, clearedAt: null },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (!row || !call) return { kind: 'refused', refusal: 'NO_SUCH_FLAG' };
  if (call.agentId === actor.id || call.helperId === actor.id)
    return { kind: 'refused', refusal: 'YOUR_OWN' };
  const note = flag.note.trim();
  if (note === '') return { kind: 'refused', refusal: 'REASON_MISSING' };
  row.clearedAt = tx.clock.now();
  row.clearedBy = actor.id;
  row.clearer = actor.name;
  row.note = note;
  await tx.em.flush();
  await noteAct(tx, actor, 'flag.cleared', {
    subject: 'enrollment',
    subjectId: enrollmentId,
    detail: `${kind}: ${note}`,
  });
  return { kind: 'cleared' };
}

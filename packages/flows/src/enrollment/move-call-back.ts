import { Enrollment } from '@kvitt/db/enrollment/enrollment.entity';
import { LockMode } from '@mikro-orm/postgresql';
import { type Actor, noteAct } from '../agent/note-act.ts';
import type { TxCtx } from '../kit/context.ts';

export type MoveCallBackAnswer =
  | { kind: 'moved' | 'done' }
  | { kind: 'refused'; refusal: 'NO_SUCH_CALL' | 'NOT_YOURS' | 'CALLED_ALREADY' | 'IN_THE_PAST' };

/**
 * Says when a caller is called again, or that nobody has to any more; within the caller's transaction. Only the agent who
 * agreed on it does.
 * @param order.at undefined where it is done with
 */
export async function moveCallBack(
  tx: TxCtx,
  actor: Actor & { id: string },
  { enrollmentId, at }: { enrollmentId: string; at: Date | undefined },
): Promise<MoveCallBackAnswer> {
  const { billerId } = actor;
  const now = tx.clock.now();
  const call = await tx.em.findOne(
    Enrollment,
    { billerId, id: enrollmentId, callBackAt: { $ne: null } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (!call) return { kind: 'refused', refusal: 'NO_SUCH_CALL' };
  if (call.agentId !== actor.id) return { kind: 'refused', refusal: 'NOT_YOURS' };
  if (call.calledBackAt) return { kind: 'refused', refusal: 'CALLED_ALREADY' };
  if (at && at <= now) return { kind: 'refused', refusal: 'IN_THE_PAST' };
  if (at) call.callBackAt = at;
  else call.calledBackAt = now;
  await tx.em.flush();
  const kind = at ? 'moved' : 'done';
  await noteAct(tx, actor, `call-back.${kind}`, { subject: 'enrollment', subjectId: enrollmentId });
  return { kind };
}

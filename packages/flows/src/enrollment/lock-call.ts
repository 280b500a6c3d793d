import { Enrollment } from '@kvitt/db/enrollment/enrollment.entity';
import { LockMode } from '@mikro-orm/postgresql';
import type { TxCtx } from '../kit/context.ts';

export type LockedCall =
  | { kind: 'locked'; call: Enrollment }
  | { kind: 'refused'; refusal: 'NO_SUCH_CALL' | 'NOT_YOURS' | 'ENDED' };

/** An agent's own call that is still going on, locked until the transaction ends. */
export async function lockCall(
  tx: TxCtx,
  actor: { billerId: string; id: string },
  enrollmentId: string,
): Promise<LockedCall> {
  const call = await tx.em.findOne(
    Enrollment,
    { billerId: actor.billerId, id: enrollmentId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  if (!call) return { kind: 'refused', refusal: 'NO_SUCH_CALL' };
  if (call.agentId !== actor.id) return { kind: 'refused', refusal: 'NOT_YOURS' };
  return call.state === 'calling' ? { kind: 'locked', call } : { kind: 'refused', refusal: 'ENDED' };
}

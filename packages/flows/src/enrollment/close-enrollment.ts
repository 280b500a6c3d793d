import type { NoReason } from '@kvitt/domain/enrollment/call-script';
import type { Actor } from '../agent/note-act.ts';
import type { TxCtx } from '../kit/context.ts';
import { endCall } from './end-call.ts';
import { lockCall } from './lock-call.ts';

export type CloseAnswer =
  | { kind: 'closed'; state: string }
  | { kind: 'refused'; refusal: 'NO_SUCH_CALL' | 'NOT_YOURS' | 'ENDED' };

/** Ends a call before its script does, with the reason; within the caller's transaction. */
export async function closeEnrollment(
  tx: TxCtx,
  actor: Actor & { id: string },
  end: { enrollmentId: string; outcome: 'declined' | 'call-back'; reason: NoReason },
): Promise<CloseAnswer> {
  const found = await lockCall(tx, actor, end.enrollmentId);
  if (found.kind === 'refused') return found;
  await endCall(tx, found.call, { outcome: end.outcome, reason: end.reason });
  await tx.em.flush();
  return { kind: 'closed', state: found.call.state };
}

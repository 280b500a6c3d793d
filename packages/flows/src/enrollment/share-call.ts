import { Agent } from '@kvitt/db/agent/agent.entity';
import { type Actor, noteAct } from '../agent/note-act.ts';
import type { TxCtx } from '../kit/context.ts';
import { lockCall } from './lock-call.ts';

export type ShareAnswer =
  | { kind: 'shared' }
  | { kind: 'refused'; refusal: 'NO_SUCH_CALL' | 'NOT_YOURS' | 'ENDED' | 'NO_SUCH_AGENT' | 'CONFIRMED' };

/**
 * Says with whom a call is done together, so that the two share what it earns; within the caller's transaction. Only the
 * agent whose call it is says so, and only until the handset has confirmed: what is earned is not handed round.
 * @param helper.agentId null where nobody helps after all
 */
export async function shareCall(
  tx: TxCtx,
  actor: Actor & { id: string },
  helper: { enrollmentId: string; agentId: string | null },
): Promise<ShareAnswer> {
  const found = await lockCall(tx, actor, helper.enrollmentId);
  if (found.kind === 'refused') return found;
  const { call } = found;
  if (call.confirmedAt) return { kind: 'refused', refusal: 'CONFIRMED' };
  const { agentId } = helper;
  if (agentId !== null) {
    const { billerId } = actor;
    const colleague =
      agentId !== actor.id && (await tx.em.findOne(Agent, { billerId, id: agentId, removedAt: null }));
    if (!colleague) return { kind: 'refused', refusal: 'NO_SUCH_AGENT' };
  }
  call.helperId = agentId;
  await tx.em.flush();
  await noteAct(tx, actor, 'call.shared', { subject: 'enrollment', subjectId: call.id });
  return { kind: 'shared' };
}

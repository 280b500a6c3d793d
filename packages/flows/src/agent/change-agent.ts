import { Agent } from '@kvitt/db/agent/agent.entity';
import type { Role } from '@kvitt/domain/agent/role';
import type { TxCtx } from '../kit/context.ts';
import { type Actor, noteAct } from './note-act.ts';

export type ChangeAgentAnswer =
  | { kind: 'changed' }
  | { kind: 'refused'; refusal: 'NO_SUCH_AGENT' | 'LAST_ADMIN' | 'NOT_YOURSELF' };

/**
 * Gives an agent another role, or ends their work here. Both hold from their next request on, because every request asks
 * for the row of its agent. Nobody changes themselves, and one
 * admin stays, or nobody could let anyone in.
 */
export async function changeAgent(
  tx: TxCtx,
  actor: Actor,
  { agentId, to }: { agentId: string; to: Role | 'removed' },
): Promise<ChangeAgentAnswer> {
  const { billerId } = actor;
  if (agentId === actor.id) return { kind: 'refused', refusal: 'NOT_YOURSELF' };
  const agents = await tx.em.find(Agent, { billerId, removedAt: null });
  const agent = agents.find(({ id }) => id === agentId);
  if (!agent) return { kind: 'refused', refusal: 'NO_SUCH_AGENT' };
  const isLastAdmin = agent.role === 'admin' && agents.filter(({ role }) => role === 'admin').length === 1;
  if (isLastAdmin && to !== 'admin') return { kind: 'refused', refusal: 'LAST_ADMIN' };
  const change = to === 'removed' ? { removedAt: tx.clock.now() } : { role: to };
  await tx.em.nativeUpdate(Agent, { billerId, id: agentId }, change);
  await noteAct(tx, actor, to === 'removed' ? 'agent.removed' : 'agent.role-changed', {
    subject: 'agent',
    subjectId: agentId,
    detail: to === 'removed' ? agent.role : `${agent.role} → ${to}`,
  });
  return { kind: 'changed' };
}

import { AgentInvitation } from '@kvitt/db/agent/agent-invitation.entity';
import { hashToken } from '@kvitt/db/session/hash-token';
import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { addAgent } from './add-agent.ts';
import { noteAct } from './note-act.ts';

export type AcceptAnswer =
  | { kind: 'accepted'; email: string }
  /** Used, replaced, too old, or never made: the same to whoever holds the link. */
  | { kind: 'refused'; refusal: 'LINK_DEAD' };

/** Whom a link of an invitation is for; undefined where it no longer works. */
export async function findInvitation(ctx: Ctx, token: string): Promise<AgentInvitation | undefined> {
  const invitation = await ctx.em.fork().findOne(AgentInvitation, {
    tokenHash: hashToken(token),
    acceptedAt: null,
    revokedAt: null,
    expiresAt: { $gt: ctx.clock.now() },
  });
  return invitation ?? undefined;
}

/**
 * Makes the holder of an invitation's link an agent, once: two that come at the same time find one link.
 * @param passwordHash of a password that `read-password` found good
 */
export async function acceptInvitation(
  ctx: Ctx,
  token: string,
  { name, passwordHash }: { name: string; passwordHash: string },
): Promise<AcceptAnswer> {
  const found = await findInvitation(ctx, token);
  if (!found) return { kind: 'refused', refusal: 'LINK_DEAD' };
  const { billerId, email, role } = found;
  return inTransaction(ctx, async (tx) => {
    const taken = await tx.em.nativeUpdate(
      AgentInvitation,
      { billerId, id: found.id, acceptedAt: null, revokedAt: null },
      { acceptedAt: tx.clock.now() },
    );
    if (taken === 0) return { kind: 'refused', refusal: 'LINK_DEAD' };
    const id = await addAgent(tx, { billerId, name, email, role, passwordHash });
    await noteAct(tx, { billerId, id, name }, 'agent.joined', {
      subject: 'agent',
      subjectId: id,
      detail: role,
    });
    return { kind: 'accepted', email };
  });
}

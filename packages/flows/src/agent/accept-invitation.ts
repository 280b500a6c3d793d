import { Agent } from '@kvitt/db/agent/agent.entity';
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
  return found ? take(ctx, found, { name, passwordHash }) : DEAD;
}

/**
 * Makes an agent of who was invited and has shown, by the company's own sign-in, that the address is theirs: they need
 * neither the link nor a password. Who is an agent already stays as they are. Where more than one biller has invited the
 * address, which of them is meant is said by the link alone, and nothing happens here.
 * @param person.email as the company has verified it, in small letters
 */
export async function acceptByAddress(
  ctx: Ctx,
  { email, name }: { email: string; name: string },
): Promise<AcceptAnswer> {
  const em = ctx.em.fork();
  if (await em.findOne(Agent, { email })) return DEAD;
  const open = { email, acceptedAt: null, revokedAt: null, expiresAt: { $gt: ctx.clock.now() } };
  const [found, other] = await em.find(AgentInvitation, open, { orderBy: { id: 'asc' }, limit: 2 });
  return found && !other ? take(ctx, found, { name }) : DEAD;
}

const DEAD: AcceptAnswer = { kind: 'refused', refusal: 'LINK_DEAD' };

function take(
  ctx: Ctx,
  { billerId, id: invitationId, email, role }: AgentInvitation,
  person: { name: string; passwordHash?: string },
): Promise<AcceptAnswer> {
  return inTransaction(ctx, async (tx) => {
    const taken = await tx.em.nativeUpdate(
      AgentInvitation,
      { billerId, id: invitationId, acceptedAt: null, revokedAt: null },
      { acceptedAt: tx.clock.now() },
    );
    if (taken === 0) return DEAD;
    const id = await addAgent(tx, { billerId, email, role, ...person });
    await noteAct(tx, { billerId, id, name: person.name }, 'agent.joined', {
      subject: 'agent',
      subjectId: id,
      detail: role,
    });
    return { kind: 'accepted', email };
  });
}

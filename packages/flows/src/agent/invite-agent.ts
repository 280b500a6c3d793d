import { Agent } from '@kvitt/db/agent/agent.entity';
import { AgentInvitation } from '@kvitt/db/agent/agent-invitation.entity';
import { hashToken } from '@kvitt/db/session/hash-token';
import type { Role } from '@kvitt/domain/agent/role';
import type { TxCtx } from '../kit/context.ts';
import { type Actor, noteAct } from './note-act.ts';

/** Long enough to be handed over after a weekend, short enough not to lie about. */
const VALID_MS = 7 * 86_400_000;

const LOOKS_LIKE_EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export type InviteAnswer =
  /** The link is shown now and never again: only its hash is kept. */
  | { kind: 'invited'; link: string; expiresAt: Date }
  | { kind: 'refused'; refusal: 'EMAIL_UNREADABLE' | 'AGENT_EXISTS' };

/**
 * Makes a link that lets one person choose a password and work for the biller in a role. No mail is sent: whoever
 * invites hands the link over. An earlier link for the same address no longer works.
 */
export async function inviteAgent(
  tx: TxCtx,
  actor: Actor,
  { email: typed, role }: { email: string; role: Role },
): Promise<InviteAnswer> {
  const email = typed.trim().toLowerCase();
  if (!LOOKS_LIKE_EMAIL.test(email)) return { kind: 'refused', refusal: 'EMAIL_UNREADABLE' };
  const { billerId } = actor;
  if (await tx.em.findOne(Agent, { billerId, email })) return { kind: 'refused', refusal: 'AGENT_EXISTS' };
  const now = tx.clock.now();
  await tx.em.nativeUpdate(
    AgentInvitation,
    { billerId, email, acceptedAt: null, revokedAt: null },
    { revokedAt: now },
  );
  const token = `${tx.ids.token()}${tx.ids.token()}`;
  const expiresAt = new Date(now.getTime() + VALID_MS);
  const id = tx.ids.next();
  await tx.em.insert(AgentInvitation, {
    billerId,
    id,
    email,
    role,
    tokenHash: hashToken(token),
    invitedBy: actor.id,
    createdAt: now,
    expiresAt,
    acceptedAt: null,
    revokedAt: null,
  });
  await noteAct(tx, actor, 'agent.invited', {
    subject: 'invitation',
    subjectId: id,
    detail: `${email} as ${role}`,
  });
  return { kind: 'invited', link: `${tx.publicUrl}/console/join/${token}`, expiresAt };
}

import { Agent } from '@kvitt/db/agent/agent.entity';
import { AgentInvitation } from '@kvitt/db/agent/agent-invitation.entity';
import { AuditEvent } from '@kvitt/db/agent/audit-event.entity';
import { ADMINS, ANYONE, AUDITORS, ROLES } from '@kvitt/domain/agent/role';
import { changeAgent } from '@kvitt/flows/agent/change-agent';
import { inviteAgent } from '@kvitt/flows/agent/invite-agent';
import { z } from 'zod';
import { consoleRoom, forRoles, refuse } from '../kit/trpc-console.ts';

const PAGE = 100;

/** Who works here, and what they did. */
export const agentRoom = consoleRoom({
  /** Colleagues by name: whom a thread can be handed to and a note can mention. */
  list: forRoles(ANYONE).query(async ({ ctx: { em } }) => {
    const agents = await em.find(Agent, { removedAt: null }, { orderBy: { name: 'asc' }, limit: 500 });
    return agents.map(({ id, name, role, email, team }) => ({ id, name, role, email, team }));
  }),

  invitations: forRoles(ADMINS).query(async ({ ctx: { em, tx } }) => {
    const open = { acceptedAt: null, revokedAt: null, expiresAt: { $gt: tx.clock.now() } };
    const invitations = await em.find(AgentInvitation, open, { orderBy: { createdAt: 'desc' }, limit: PAGE });
    return invitations.map(({ id, email, role, expiresAt }) => ({ id, email, role, expiresAt }));
  }),

  invite: forRoles(ADMINS)
    .input(z.object({ email: z.string().max(254), role: z.enum(ROLES) }))
    .mutation(async ({ ctx: { tx, actor }, input }) => {
      const answer = await inviteAgent(tx, actor, input);
      return answer.kind === 'invited' ? answer : refuse(answer.refusal);
    }),

  change: forRoles(ADMINS)
    .input(z.object({ agentId: z.uuid(), to: z.enum([...ROLES, 'removed']) }))
    .mutation(async ({ ctx: { tx, actor }, input }) => {
      const answer = await changeAgent(tx, actor, input);
      return answer.kind === 'changed' ? answer : refuse(answer.refusal);
    }),

  /** What was done, newest first; `before` is the last id that is known. */
  audit: forRoles(AUDITORS)
    .input(z.object({ before: z.uuid().optional(), actorId: z.uuid().optional() }))
    .query(async ({ ctx: { em, agent }, input }) => {
      const { before, actorId } = input;
      const asked = {
        billerId: agent.billerId,
        ...(actorId !== undefined && { actorId }),
        ...(before !== undefined && { id: { $lt: before } }),
      };
      return em.find(AuditEvent, asked, { orderBy: { id: 'desc' }, limit: PAGE });
    }),
});

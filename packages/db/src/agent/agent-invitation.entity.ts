import type { Role } from '@kvitt/domain/agent/role';
import { defineEntity, p } from '@mikro-orm/postgresql';

const AgentInvitationSchema = defineEntity({
  name: 'AgentInvitation',
  tableName: 'agent_invitation',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    email: p.text(),
    role: p.text().$type<Role>(),
    /** The link itself is shown once, to whoever invites. */
    tokenHash: p.text(),
    /** Null where the operator invited from the command line. */
    invitedBy: p.uuid().nullable(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    acceptedAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
  },
});

/** A link that lets one person choose a password and become an agent. */
export class AgentInvitation extends AgentInvitationSchema.class {}
AgentInvitationSchema.setClass(AgentInvitation);

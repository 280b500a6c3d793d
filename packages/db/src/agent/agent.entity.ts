import type { Role } from '@kvitt/domain/agent/role';
import { defineEntity, p } from '@mikro-orm/postgresql';

const AgentSchema = defineEntity({
  name: 'Agent',
  tableName: 'agent',
  properties: {
    billerId: p.uuid().primary(),
    /** Also the id under which the sign-in library knows this person. */
    id: p.uuid().primary(),

    name: p.text(),
    email: p.text(),
    role: p.text().$type<Role>(),
    /** Their own mobile, E.164: a bonus that is earned on it is looked at. */
    ownPhone: p.text().nullable(),
    team: p.text().nullable(),
    site: p.text().nullable(),
    createdAt: p.datetime(),
    /** Since when this person may no longer sign in; the row stays, because the past names it. */
    removedAt: p.datetime().nullable(),
  },
});

/** A person of the biller's who signs in to the console. */
export class Agent extends AgentSchema.class {}
AgentSchema.setClass(Agent);

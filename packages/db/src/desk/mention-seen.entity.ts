import { defineEntity, p } from '@mikro-orm/postgresql';

const MentionSeenSchema = defineEntity({
  name: 'MentionSeen',
  tableName: 'mention_seen',
  properties: {
    billerId: p.uuid().primary(),
    agentId: p.uuid().primary(),
    seenAt: p.datetime(),
  },
});

/** Until when an agent has looked at the notes that name them. */
export class MentionSeen extends MentionSeenSchema.class {}
MentionSeenSchema.setClass(MentionSeen);

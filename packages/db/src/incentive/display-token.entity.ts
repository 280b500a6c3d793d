import { defineEntity, p } from '@mikro-orm/postgresql';

const DisplayTokenSchema = defineEntity({
  name: 'DisplayToken',
  tableName: 'display_token',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    /** Where the display hangs. */
    name: p.text(),
    tokenHash: p.text(),
    author: p.text(),
    createdAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
  },
});

/** What opens the leaderboard on a wall, and nothing else. Only its hash is kept. */
export class DisplayToken extends DisplayTokenSchema.class {}
DisplayTokenSchema.setClass(DisplayToken);

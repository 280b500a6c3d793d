import { defineEntity, p } from '@mikro-orm/postgresql';

/** Where somebody who joins came from: the address itself, the slip in the envelope, the button, or a friend's word. */
export const JOIN_SOURCES = ['page', 'statement', 'button', 'referral'] as const;
export type JoinSource = (typeof JOIN_SOURCES)[number];

const WebJoinSchema = defineEntity({
  name: 'WebJoin',
  tableName: 'web_join',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    accountId: p.uuid(),
    phoneId: p.uuid(),
    source: p.text().$type<JoinSource>(),
    /** Of the code that was texted and this row's id. */
    codeHash: p.text(),
    /** The text that asks the handset. */
    messageId: p.uuid(),
    misses: p.integer(),
    askedAt: p.datetime(),
    expiresAt: p.datetime(),
    joinedAt: p.datetime().nullable(),
  },
});

/** That somebody asked on a page for an account's bills by text; it counts when the handset has said so. */
export class WebJoin extends WebJoinSchema.class {}
WebJoinSchema.setClass(WebJoin);

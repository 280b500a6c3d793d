import { defineEntity, p } from '@mikro-orm/postgresql';

const PortalLinkSchema = defineEntity({
  name: 'PortalLink',
  tableName: 'portal_link',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    invoiceId: p.uuid(),
    /** The message that carries it; null where it was made by hand. */
    messageId: p.uuid().nullable(),
    tokenHash: p.text(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
    /** When it was first asked for, by whatever asked: carriers and messengers preview links. */
    fetchedAt: p.datetime().nullable(),
    /** For somebody else who pays: it opens its bill, and never the account. */
    isGuest: p.boolean(),
  },
});

/** An address that opens one bill. Only the hash of its token is kept. */
export class PortalLink extends PortalLinkSchema.class {}
PortalLinkSchema.setClass(PortalLink);

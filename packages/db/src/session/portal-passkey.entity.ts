import { defineEntity, p } from '@mikro-orm/postgresql';

const PortalPasskeySchema = defineEntity({
  name: 'PortalPasskey',
  tableName: 'portal_passkey',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    accountId: p.uuid(),
    /** The authenticator's own name for it, base64url. */
    credentialId: p.text(),
    /** COSE, as the authenticator gave it. */
    publicKey: p.blob(),
    /** How often it was used, as the authenticator counts; many do not. */
    counter: p.bigint('number'),
    /** How a browser reaches it, with commas between: a hint, sent back as it came. */
    transports: p.text(),
    addedAt: p.datetime(),
    usedAt: p.datetime().nullable(),
    removedAt: p.datetime().nullable(),
  },
});

/** A passkey that opens one account to the browser that holds it. */
export class PortalPasskey extends PortalPasskeySchema.class {}
PortalPasskeySchema.setClass(PortalPasskey);

import type { ProofWay } from '@kvitt/domain/session/step-up-ways';
import { defineEntity, p } from '@mikro-orm/postgresql';

const PortalSessionSchema = defineEntity({
  name: 'PortalSession',
  tableName: 'portal_session',
  properties: {
    billerId: p.uuid().primary(),
    id: p.uuid().primary(),

    accountId: p.uuid(),
    /** The hash of what the browser's cookie holds; one browser may be open to several accounts. */
    browserHash: p.text(),
    way: p.text().$type<ProofWay>(),
    /** What opened it, where that was a passkey. */
    passkeyId: p.uuid().nullable(),
    openedAt: p.datetime(),
    expiresAt: p.datetime(),
    endedAt: p.datetime().nullable(),
  },
});

/** That a browser has proved whose it is, for a while. */
export class PortalSession extends PortalSessionSchema.class {}
PortalSessionSchema.setClass(PortalSession);

import type { EntityManager } from '@mikro-orm/postgresql';
import { hashToken } from './hash-token.ts';
import { PortalSession } from './portal-session.entity.ts';

/** The session of a browser on an account that is open now; null where it has none. */
export async function findSession(
  em: EntityManager,
  of: { billerId: string; accountId: string; browserToken: string },
  now: Date,
): Promise<PortalSession | null> {
  return em.findOne(
    PortalSession,
    {
      billerId: of.billerId,
      accountId: of.accountId,
      browserHash: hashToken(of.browserToken),
      endedAt: null,
      expiresAt: { $gt: now },
    },
    { orderBy: { expiresAt: 'desc' } },
  );
}

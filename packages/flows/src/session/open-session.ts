import { hashToken } from '@kvitt/db/session/hash-token';
import { PortalSession } from '@kvitt/db/session/portal-session.entity';
import { SESSION_MS } from '@kvitt/domain/session/decide-step-up';
import type { ProofWay } from '@kvitt/domain/session/step-up-ways';
import type { TxCtx } from '../kit/context.ts';

/**
 * Opens an account to a browser for a while, within the caller's transaction. What the browser held so far may be known to
 * whoever put it there, so it is exchanged for something new.
 * @param before the hash of what it held
 */
export async function openSession(
  tx: TxCtx,
  { billerId, accountId, way }: { billerId: string; accountId: string; way: ProofWay },
  before: string,
): Promise<{ kind: 'open'; browserToken: string; expiresAt: Date }> {
  const now = tx.clock.now();
  const browserToken = tx.ids.token();
  const browserHash = hashToken(browserToken);
  const expiresAt = new Date(now.getTime() + SESSION_MS);
  await tx.em.nativeUpdate(PortalSession, { browserHash: before, endedAt: null }, { browserHash });
  await tx.em.insert(PortalSession, {
    billerId,
    id: tx.ids.next(),
    accountId,
    browserHash,
    way,
    openedAt: now,
    expiresAt,
    endedAt: null,
  });
  return { kind: 'open', browserToken, expiresAt };
}

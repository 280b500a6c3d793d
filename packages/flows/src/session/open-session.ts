import { PushSubscription } from '@kvitt/db/push/push-subscription.entity';
import { hashToken } from '@kvitt/db/session/hash-token';
import { PortalSession } from '@kvitt/db/session/portal-session.entity';
import { SESSION_MS } from '@kvitt/domain/session/decide-step-up';
import type { TxCtx } from '../kit/context.ts';

/**
 * Opens an account to a browser for a while, within the caller's transaction. What the browser held so far may be known to
 * whoever put it there, so it is exchanged for something new.
 * @param before the hash of what it held
 */
export async function openSession(
  tx: TxCtx,
  whose: Pick<PortalSession, 'billerId' | 'accountId' | 'way' | 'passkeyId'>,
  before: string,
): Promise<{ kind: 'open'; browserToken: string; expiresAt: Date }> {
  const now = tx.clock.now();
  const browserToken = tx.ids.token();
  const browserHash = hashToken(browserToken);
  const expiresAt = new Date(now.getTime() + SESSION_MS);
  // What is open on this browser, and what it shows notes of, stays this browser's.
  await tx.em.nativeUpdate(PortalSession, { browserHash: before, endedAt: null }, { browserHash });
  await tx.em.nativeUpdate(PushSubscription, { browserHash: before, endedAt: null }, { browserHash });
  await tx.em.insert(PortalSession, {
    ...whose,
    id: tx.ids.next(),
    browserHash,
    openedAt: now,
    expiresAt,
    endedAt: null,
  });
  return { kind: 'open', browserToken, expiresAt };
}

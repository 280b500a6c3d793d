import { hashToken } from '@kvitt/db/session/hash-token';
import { PortalSession } from '@kvitt/db/session/portal-session.entity';
import type { TxCtx } from '../kit/context.ts';
import { endPushes } from '../push/end-pushes.ts';
import { endPasskeys } from './end-passkeys.ts';

/**
 * Takes one passkey from an account, within the caller's transaction, with all that it opened: who removes one may have lost
 * the device that it is on. The browser that asks stays open, to be told what became of it; the notes that others showed end.
 * @param browserToken of the browser that asks
 * @returns how many other browsers were closed by it
 */
export async function closePasskey(
  tx: TxCtx,
  order: { billerId: string; accountId: string; passkeyId: string; browserToken: string },
): Promise<number> {
  const { billerId, accountId, passkeyId } = order;
  if ((await endPasskeys(tx, { billerId, accountId, passkeyId })) === 0) return 0;
  const own = hashToken(order.browserToken);
  const opened = await tx.em.find(PortalSession, { billerId, accountId, passkeyId });
  const others = new Set(opened.map(({ browserHash }) => browserHash).filter((one) => one !== own));
  let closed = 0;
  for (const browserHash of others) {
    const now = tx.clock.now();
    const open = { billerId, accountId, passkeyId, browserHash, endedAt: null };
    const stillOpen = { ...open, expiresAt: { $gt: now } };
    if ((await tx.em.count(PortalSession, stillOpen)) > 0) closed += 1;
    await tx.em.nativeUpdate(PortalSession, open, { endedAt: now });
    // A session ends after a day; its notes go on, and are no business of a device that was lost either.
    await endPushes(tx, { billerId, accountId, browserHash }, 'removed');
  }
  return closed;
}

import { hashToken } from '@kvitt/db/session/hash-token';
import { PortalSession } from '@kvitt/db/session/portal-session.entity';
import type { Ctx } from '../kit/context.ts';
import { inTransaction } from '../kit/in-transaction.ts';
import { endPushes } from '../push/end-pushes.ts';

/** Closes a browser to every account that it was open to, and ends the notes that it showed of them. */
export async function endSessions(ctx: Ctx, browserToken: string): Promise<void> {
  const browserHash = hashToken(browserToken);
  await inTransaction(ctx, async (tx) => {
    await tx.em.nativeUpdate(PortalSession, { browserHash, endedAt: null }, { endedAt: tx.clock.now() });
    await endPushes(tx, { browserHash }, 'signed-out');
  });
}
